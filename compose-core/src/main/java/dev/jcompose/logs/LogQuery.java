package dev.jcompose.logs;

import dev.jcompose.observe.ObservedContainer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a project's logs is wanted.
 *
 * @param services
 *            those named; empty for all
 * @param index
 *            only the container of that number; 0 for all
 * @param tail
 *            how many of each container's last lines; null for all
 * @param since
 *            as the engine understands it: a time, or a duration before now; null for the beginning
 * @param until
 *            likewise; null for the end
 * @param follow
 *            whether to go on with what is written from now on, by containers that come later too
 */
public record LogQuery(List<String> services, int index, @Nullable Integer tail, @Nullable String since,
        @Nullable String until, boolean follow) {
    /** Everything so far. */
    public static final LogQuery ALL = new LogQuery(List.of(), 0, null, null, null, false);

    public LogQuery { services = List.copyOf(services); }

    /** Whether a container's lines are wanted; those of containers that {@code run} made never are. */
    boolean wants(ObservedContainer container) {
        return !container.oneOff() && (services.isEmpty() || services.contains(container.service()))
                && (index == 0 || index == container.number());
    }
}
