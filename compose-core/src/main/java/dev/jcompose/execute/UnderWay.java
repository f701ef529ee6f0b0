package dev.jcompose.execute;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.source.CancelledException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes and removes what an engine may be making or removing already, for a command that was killed: it goes on with
 * the last call of that command, and what comes of it cannot be seen beforehand.
 */
public final class UnderWay {
    private static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 100;

    private final Engine engine;

    /** Keeps no state between calls. */
    public UnderWay(Engine engine) {
        this.engine = engine;
    }

    /** Creates a container, or finds the very same one; gives the engine's warnings. */
    List<String> create(ContainerSpec spec) {
        for (int attempt = 1;; attempt++) {
            try {
                return engine.containers().create(spec).warnings();
            } catch (EngineException.Conflict taken) {
                if (spec.name() == null || attempt == ATTEMPTS) {
                    throw taken;
                }
                ContainerDetails there = named(spec.name());
                if (there != null && !isSame(spec, there)) {
                    throw taken;
                }
                if (there != null) {
                    return List.of();
                }
            }
            pause(); // Its name is taken, and it is not there yet.
        }
    }

    /** Creates a network, or finds the very same one. */
    void create(NetworkSpec spec) {
        try {
            engine.networks().create(spec);
        } catch (EngineException.Conflict taken) {
            boolean same = engine.networks().list(NetworkFilter.ALL).stream()
                    .anyMatch(network -> network.name().equals(spec.name())
                            && contains(network.labels(), spec.labels()));
            if (!same) {
                throw taken;
            }
        }
    }

    /**
     * Removes a container, running or not, or waits until it is removed.
     *
     * @param volumes
     *            whether its anonymous volumes go, too
     * @throws EngineException.NotFound
     *             if there is none
     */
    public void remove(String container, boolean volumes) {
        try {
            engine.containers().remove(container, true, volumes);
        } catch (EngineException.Conflict busy) {
            if (!busy.reason().contains("already in progress")) {
                throw busy;
            }
            try (ExitWatch watch = engine.containers().watchExit(container, WaitCondition.REMOVED)) {
                watch.await();
            }
        }
    }

    private @Nullable ContainerDetails named(String name) {
        try {
            return engine.containers().inspect(name);
        } catch (EngineException.NotFound notYet) {
            return null;
        }
    }

    private static boolean isSame(ContainerSpec wanted, ContainerDetails there) {
        return there.state().status() == ContainerStatus.CREATED
                && contains(there.config().labels(), wanted.labels());
    }

    private static boolean contains(Map<String, String> labels, Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
