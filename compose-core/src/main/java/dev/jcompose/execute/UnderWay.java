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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes and removes what an engine may be making or removing already, for a command that was killed: it goes on with
 * the last call of that command, and what comes of it cannot be seen beforehand.
 */
public final class UnderWay {
    static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 100;

    private final Engine engine;
    private final Journal journal;

    /** Keeps no state between calls. */
    public UnderWay(Engine engine) {
        this(engine, Journal.NONE);
    }

    /** Keeps what is being made in a journal. */
    UnderWay(Engine engine, Journal journal) {
        this.engine = engine;
        this.journal = journal;
    }

    /** Creates a container, or finds the very same one; gives the engine's warnings. */
    List<String> create(ContainerSpec spec) {
        String name = spec.name();
        return name == null
                ? createOrFind(spec)
                : noted(new Journal.Request(Journal.Kind.CREATE_CONTAINER, name, spec.image()),
                        () -> createOrFind(spec));
    }

    /** Creates a network, or finds the very same one. */
    void create(NetworkSpec spec) {
        noted(Journal.Kind.CREATE_NETWORK, spec.name(), "", () -> createOrFind(spec));
    }

    /**
     * Removes a network.
     *
     * @throws EngineException.NotFound
     *             if there is none
     * @throws EngineException.Conflict
     *             if containers are on it
     */
    void removeNetwork(String network) {
        noted(Journal.Kind.REMOVE_NETWORK, network, "", () -> engine.networks().remove(network));
    }

    private void noted(Journal.Kind kind, String name, String detail, Runnable call) {
        noted(new Journal.Request(kind, name, detail), () -> {
            call.run();
            return kind;
        });
    }

    /** Where no answer comes, the engine may be at work on it still. */
    private <T> T noted(Journal.Request request, Supplier<T> call) {
        journal.asked(request);
        try {
            T made = call.get();
            journal.answered(request);
            return made;
        } catch (EngineException.Unreachable | EngineException.Interrupted unanswered) {
            throw unanswered;
        } catch (EngineException refused) {
            journal.answered(request);
            throw refused;
        }
    }

    private List<String> createOrFind(ContainerSpec spec) {
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

    private void createOrFind(NetworkSpec spec) {
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
        noted(Journal.Kind.REMOVE_CONTAINER, container, String.valueOf(volumes),
                () -> removeOrWait(container, volumes));
    }

    private void removeOrWait(String container, boolean volumes) {
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

    /**
     * Stops a container, and returns when it has ended.
     *
     * @param timeout
     *            to wait before it is killed; null for its own grace period
     * @throws EngineException.NotFound
     *             if there is none
     */
    void stop(String container, @Nullable Duration timeout) {
        noted(Journal.Kind.STOP_CONTAINER, container, timeout == null ? "" : String.valueOf(timeout.toSeconds()),
                () -> engine.containers().stop(container, timeout));
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

    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }
}
