package dev.jcompose;

/** Which jcompose this is. */
public final class Version {
    /** Without a leading {@code v}. */
    public static final String NUMBER = "0.1.0";

    private Version() {
    }
}
