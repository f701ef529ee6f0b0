package dev.jcompose.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@code down} takes a project down.
 *
 * @param services
 *            those named, with what depends on them; empty for all
 * @param removeOrphans
 *            whether containers of services that are in no file go, too
 * @param volumes
 *            whether named volumes of the file, and anonymous ones, go with what is in them
 * @param images
 *            which images go
 * @param timeout
 *            to wait for a container to stop before it is killed; null for its own grace period
 */
public record DownOptions(List<String> services, boolean removeOrphans, boolean volumes, Images images,
        @Nullable Duration timeout) {

    /** {@code down} without a flag. */
    public static final DownOptions DEFAULTS = new DownOptions(List.of(), false, false, Images.NONE, null);

    /** Which images go. */
    public enum Images {
        /** All stay. */
        NONE,
        /** Those that were built and have no name of their own. */
        LOCAL,
        /** All that services use. */
        ALL
    }

    public DownOptions { services = List.copyOf(services); }

    /** The same with or without volumes. */
    public DownOptions withVolumes(boolean other) {
        return new DownOptions(services, removeOrphans, other, images, timeout);
    }
}
