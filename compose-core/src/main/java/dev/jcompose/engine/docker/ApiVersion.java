package dev.jcompose.engine.docker;

/** A version of the Engine API: {@code 1.44}. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The oldest that we speak (Docker Engine 20.10). */
    public static final ApiVersion OLDEST = new ApiVersion(1, 41);
    /** The newest that we know (Docker Engine 28.5). */
    public static final ApiVersion NEWEST = new ApiVersion(1, 51);

    /** Reads one; null where the text is none. */
    public static @org.jspecify.annotations.Nullable ApiVersion parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        try {
            return parts.length == 2 ? new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])) : null;
        } catch (NumberFormatException notAVersion) {
            return null;
        }
    }

    boolean atLeast(int otherMinor) {
        return compareTo(new ApiVersion(1, otherMinor)) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
