package dev.jcompose.format;

/** The engine's ids, as docker's tables show them. */
public final class Ids {
    private static final int LENGTH = 12;
    private static final String ALGORITHM = "sha256:";

    private Ids() {
    }

    /** The first 12 digits of a container's or an image's id. */
    public static String shortened(String id) {
        String digits = id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
        return digits.substring(0, Math.min(LENGTH, digits.length()));
    }
}
