package dev.jcompose.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which images are fetched and built before containers are made.
 *
 * @param services
 *            those named by the user; empty for all
 * @param withDependencies
 *            whether what they depend on takes part
 * @param pull
 *            the policy of {@code --pull}, over each service's own; null for those
 * @param build
 *            whether images that can be built are built though they exist
 * @param noBuild
 *            whether nothing is built, whatever is missing
 * @param building
 *            how builds are done
 */
public record ImageOptions(List<String> services, boolean withDependencies, @Nullable String pull, boolean build,
        boolean noBuild, BuildOptions building) {
    /** What {@code up} does without a flag. */
    public static final ImageOptions DEFAULTS = new ImageOptions(List.of(), true, null, false, false,
            BuildOptions.DEFAULTS);

    public ImageOptions { services = List.copyOf(services); }
}
