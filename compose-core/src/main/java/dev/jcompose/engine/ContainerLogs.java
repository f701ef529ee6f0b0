package dev.jcompose.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How logs are asked for. */
public final class ContainerLogs {
    private ContainerLogs() {
    }

    /**
     * What of a container's logs is wanted.
     *
     * @param follow
     *            whether to go on until the container ends
     * @param timestamps
     *            whether each line begins with its time (RFC 3339 with nanoseconds) and a space
     * @param tail
     *            how many of the last lines; null for all
     * @param since
     *            as the engine understands it: seconds with an optional fraction, or RFC 3339; null for the beginning
     * @param until
     *            likewise; null for the end
     */
    public record LogOptions(boolean stdout, boolean stderr, boolean follow, boolean timestamps, @Nullable Integer tail,
            @Nullable String since, @Nullable String until) {
        /** Everything so far. */
        public static final LogOptions ALL = new LogOptions(true, true, false, false, null, null, null);

        /** Everything so far and from now on. */
        public static final LogOptions FOLLOW = new LogOptions(true, true, true, false, null, null, null);

        /** The same from a moment on. */
        public LogOptions since(Instant moment) {
            return new LogOptions(stdout, stderr, follow, timestamps, tail,
                    moment.getEpochSecond() + "." + String.format(java.util.Locale.ROOT, "%09d", moment.getNano()),
                    until);
        }
    }
}
