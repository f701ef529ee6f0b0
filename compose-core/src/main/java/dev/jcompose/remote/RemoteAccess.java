package dev.jcompose.remote;

/** How far one goes to get what is not on this machine. */
public enum RemoteAccess {
    /** It is fetched. */
    FETCH,
    /** What was fetched before is used as it is; nothing else. */
    OFFLINE,
    /** Nothing from elsewhere is used. */
    OFF
}
