package dev.jcompose.run;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Session;
import java.util.concurrent.atomic.AtomicBoolean;

/** A conversation with the main process of a container that runs: {@code attach}. */
public final class Attachment {
    private final Engine engine;
    private final ContainerDetails container;
    private final Keys detachKeys;
    private final AtomicBoolean sized = new AtomicBoolean();
    private volatile boolean left;

    private Attachment(Engine engine, ContainerDetails container, Keys detachKeys) {
        this.engine = engine;
        this.container = container;
        this.detachKeys = detachKeys;
    }

    /**
     * Looks at the container; nothing is attached yet.
     *
     * @param detachKeys
     *            that leave the process alone
     */
    public static Attachment to(Engine engine, String container, Keys detachKeys) {
        return new Attachment(engine, engine.containers().inspect(container), detachKeys);
    }

    /** Whether the process has a terminal. */
    public boolean hasTerminal() {
        return container.config().tty();
    }

    /** Whether the process can be given input. */
    public boolean takesInput() {
        return container.config().openStdin();
    }

    /**
     * Talks until the process ends or is left alone.
     *
     * @return its exit code; 0 where it was left alone
     */
    public int hold(Streams streams) {
        AttachOptions options = new AttachOptions(streams.in() != null, true, true, false, detachKeys.text());
        try (ExitWatch exit = engine.containers().watchExit(container.id(), WaitCondition.NEXT_EXIT);
                Session session = engine.containers().attach(container.id(), options)) {
            boolean detached = Conversation.hold(session, streams, hasTerminal() ? detachKeys : null);
            return detached || left ? 0 : exit.await().code();
        } catch (EngineException.Unreachable e) {
            if (left) {
                return 0;
            }
            throw e;
        }
    }

    /** Sends a signal to the process; one that has ended is past it. */
    public void kill(String signal) {
        try {
            engine.containers().kill(container.id(), signal);
        } catch (EngineException.NotFound | EngineException.Conflict ended) {
            return;
        }
    }

    /** Ends the conversation, not the process. */
    public void leave() {
        left = true;
        engine.close();
    }

    /**
     * Tells the process's terminal how large it is. The first time it is told another size before: so it hears of a
     * change in any case, and a program that draws the whole screen draws it for who has just come.
     *
     * @throws EngineException
     *             if it does not run
     */
    public void resize(int columns, int rows) {
        if (!sized.get()) {
            engine.containers().resize(container.id(), columns + 1, rows + 1);
            sized.set(true);
        }
        engine.containers().resize(container.id(), columns, rows);
    }
}
