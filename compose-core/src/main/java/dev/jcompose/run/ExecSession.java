package dev.jcompose.run;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Session;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.source.ComposeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command in a container that runs: {@code exec}. */
public final class ExecSession {
    private final Engine engine;
    private final String id;

    private ExecSession(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /**
     * Prepares a command.
     *
     * @param index
     *            which of the service's containers, from 1; 0 for the first that runs
     * @throws NotRunningException
     *             if the container does not run
     */
    public static ExecSession prepare(Engine engine, String project, String service, int index, ExecSpec spec) {
        return new ExecSession(engine, engine.execs().create(running(engine, project, service, index).id(), spec));
    }

    /** The container that a service and an index stand for. */
    public static ObservedContainer running(Engine engine, String project, String service, int index) {
        List<ObservedContainer> running = Observer.containers(engine, project).stream()
                .filter(container -> container.service().equals(service) && !container.oneOff()
                        && container.isRunning() && (index == 0 || container.number() == index))
                .sorted(ObservedContainer.BY_NUMBER)
                .toList();
        if (running.isEmpty()) {
            throw new NotRunningException("service \"" + service + "\" is not running"
                    + (index == 0 ? "" : " container #" + index));
        }
        return running.getFirst();
    }

    /**
     * Runs it and talks to it until it ends or the user leaves.
     *
     * @param detachKeys
     *            that leave the command alone; null for none
     * @return its exit code; 0 where it was left alone
     */
    public int runAttached(Streams streams, @Nullable Keys detachKeys) {
        try (Session session = engine.execs().start(id)) {
            if (Conversation.hold(session, streams, detachKeys)) {
                return 0;
            }
        }
        Integer code = engine.execs().inspect(id).exitCode();
        return code == null ? 0 : code;
    }

    /** Runs it and leaves it alone. */
    public void runDetached() {
        engine.execs().startDetached(id);
    }

    /**
     * Tells the command's terminal how large it is.
     *
     * @throws EngineException
     *             if it does not run
     */
    public void resize(int columns, int rows) {
        engine.execs().resize(id, columns, rows);
    }

    /** A service has no container that runs. */
    public static final class NotRunningException extends ComposeException {
        private static final long serialVersionUID = 1L;

        NotRunningException(String message) {
            super(message);
        }
    }
}
