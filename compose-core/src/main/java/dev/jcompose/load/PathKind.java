package dev.jcompose.load;

/** What kind of path a value is, and so how it becomes absolute. */
public enum PathKind {
    /** On this machine, below the project's folder unless absolute. */
    LOCAL,
    /** As {@link #LOCAL}, but Unix and Windows forms of an absolute path are both left alone. */
    FOREIGN,
    /** A build context: a folder, or a URL, git reference or {@code service:} that stays as it is. */
    CONTEXT,
    /** A file that may be remote. */
    RESOURCE,
    /** As {@link #LOCAL}, with symbolic links followed. */
    LINK,
    /** A mount of a service: the source of a bind. */
    MOUNT,
    /** A volume of the local driver that is a bind in disguise. */
    DEVICE
}
