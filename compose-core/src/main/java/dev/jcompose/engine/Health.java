package dev.jcompose.engine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a container's health check has found.
 *
 * @param failingStreak
 *            failures since the last success
 * @param log
 *            the last probes, oldest first
 */
public record Health(Status status, int failingStreak, List<Probe> log) {
    /** A container without a health check. */
    public static final Health NONE = new Health(Status.NONE, 0, List.of());

    public Health { log = List.copyOf(log); }

    /** The engine's verdict. */
    public enum Status {
        NONE, STARTING, HEALTHY, UNHEALTHY;

        /** As the engine writes it: {@code healthy}; {@code none} where there is no check. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status of that name; none for any other text. */
        public static Status of(String text) {
            for (Status status : values()) {
                if (status.text().equals(text)) {
                    return status;
                }
            }
            return NONE;
        }
    }

    /** One run of the check. */
    public record Probe(Instant start, Instant end, int exitCode, String output) {}
}
