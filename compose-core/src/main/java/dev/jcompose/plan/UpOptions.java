package dev.jcompose.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How {@code up}, {@code create}, {@code start} after it, and {@code scale} converge.
 *
 * @param services
 *            those named by the user; empty for all
 * @param recreate
 *            for the named services
 * @param recreateDependencies
 *            for services that are only depended on
 * @param withDependencies
 *            whether what the named services depend on takes part
 * @param start
 *            whether containers are started, or only created
 * @param scale
 *            containers wanted, by service, over what the file says
 * @param removeOrphans
 *            whether containers of services that are gone are removed
 * @param ignoreOrphans
 *            whether they are not even mentioned
 * @param renewAnonymousVolumes
 *            whether recreated containers get new anonymous volumes instead of the old ones
 * @param timeout
 *            to wait for a container to stop before it is killed; null for its own grace period
 * @param await
 *            whether to wait until every service is running or healthy
 * @param allowDataLoss
 *            names (in the engine or in the file) of volumes that may be removed and made anew
 * @param rollback
 *            whether what is replaced or removed goes only when all else has gone well
 */
public record UpOptions(List<String> services, Recreate recreate, Recreate recreateDependencies,
        boolean withDependencies, boolean start, Map<String, Integer> scale, boolean removeOrphans,
        boolean ignoreOrphans, boolean renewAnonymousVolumes, @Nullable Duration timeout, boolean await,
        Set<String> allowDataLoss, boolean rollback) {

    /** {@code up} without a flag. */
    public static final UpOptions DEFAULTS = new UpOptions(List.of(), Recreate.DIVERGED, Recreate.DIVERGED, true, true,
            Map.of(), false, false, false, null, false, Set.of(), false);

    /** When a container that exists is replaced. */
    public enum Recreate {
        /** When it is not as the file wants it. */
        DIVERGED,
        /** Always. */
        FORCE,
        /** Never. */
        NEVER
    }

    public UpOptions {
        services = List.copyOf(services);
        scale = Map.copyOf(scale);
        allowDataLoss = Set.copyOf(allowDataLoss);
    }

    /** Options under which what is replaced goes at once. */
    public UpOptions(List<String> services, Recreate recreate, Recreate recreateDependencies, boolean withDependencies,
            boolean start, Map<String, Integer> scale, boolean removeOrphans, boolean ignoreOrphans,
            boolean renewAnonymousVolumes, @Nullable Duration timeout, boolean await, Set<String> allowDataLoss) {
        this(services, recreate, recreateDependencies, withDependencies, start, scale, removeOrphans, ignoreOrphans,
                renewAnonymousVolumes, timeout, await, allowDataLoss, false);
    }

    /** The same, keeping what is replaced until all has gone well, or not. */
    public UpOptions withRollback(boolean other) {
        return new UpOptions(services, recreate, recreateDependencies, withDependencies, start, scale, removeOrphans,
                ignoreOrphans, renewAnonymousVolumes, timeout, await, allowDataLoss, other);
    }

    /** The same for other services. */
    public UpOptions withServices(List<String> other) {
        return new UpOptions(other, recreate, recreateDependencies, withDependencies, start, scale, removeOrphans,
                ignoreOrphans, renewAnonymousVolumes, timeout, await, allowDataLoss, rollback);
    }

    /** The same, starting containers or not. */
    public UpOptions withStart(boolean other) {
        return new UpOptions(services, recreate, recreateDependencies, withDependencies, other, scale, removeOrphans,
                ignoreOrphans, renewAnonymousVolumes, timeout, await, allowDataLoss, rollback);
    }

    /** The same, waiting at the end or not. */
    public UpOptions withAwait(boolean other) {
        return new UpOptions(services, recreate, recreateDependencies, withDependencies, start, scale, removeOrphans,
                ignoreOrphans, renewAnonymousVolumes, timeout, other, allowDataLoss, rollback);
    }

    /** The same, removing orphans or not. */
    public UpOptions withRemoveOrphans(boolean other) {
        return new UpOptions(services, recreate, recreateDependencies, withDependencies, start, scale, other,
                ignoreOrphans, renewAnonymousVolumes, timeout, await, allowDataLoss, rollback);
    }

    /** The same with leave to make these volumes anew. */
    public UpOptions withAllowedDataLoss(Set<String> other) {
        return new UpOptions(services, recreate, recreateDependencies, withDependencies, start, scale, removeOrphans,
                ignoreOrphans, renewAnonymousVolumes, timeout, await, other, rollback);
    }
}
