package dev.jcompose.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pull} is asked for.
 *
 * @param services
 *            those named by the user; empty for all
 * @param withDependencies
 *            whether what they depend on takes part
 * @param policy
 *            {@code always} or {@code missing}, over each service's own; null for those
 * @param ignoreBuildable
 *            whether services that can be built are passed over
 * @param ignoreFailures
 *            whether what cannot be fetched is only told
 */
public record PullOptions(List<String> services, boolean withDependencies, @Nullable String policy,
        boolean ignoreBuildable, boolean ignoreFailures) {
    /** All images, whatever there is of them. */
    public static final PullOptions DEFAULTS = new PullOptions(List.of(), false, null, false, false);

    public PullOptions { services = List.copyOf(services); }
}
