package dev.jcompose.execute;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Containers.Exit;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.logs.LineAssembler;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Runs containers of {@code pre_start} hooks to their end. */
final class PreStartRunner {
    private static final int SHORT = 12;

    private final Engine engine;
    private final Making making;
    private final EventSink events;

    PreStartRunner(Engine engine, Making making, EventSink events) {
        this.engine = engine;
        this.making = making;
        this.events = events;
    }

    /**
     * Returns when the hook has ended with 0 and its container is gone. One that fails stays; one that is broken off
     * goes.
     */
    void run(Step step, Action.RunPreStart run) {
        String container = making.create(run);
        try {
            Tail tail = new Tail(step);
            Exit exit = exit(container, tail);
            if (exit.code() != 0 || !exit.error().isEmpty()) {
                throw new PreStartFailedException(run, exit, tail.text(), container);
            }
            engine.containers().remove(container, true, true);
        } catch (PreStartFailedException failed) {
            throw failed;
        } catch (CancelledException | EngineException broken) {
            discard(container);
            throw broken;
        }
    }

    private Exit exit(String container, Tail tail) {
        try (ExitWatch watch = engine.containers().watchExit(container, WaitCondition.NEXT_EXIT)) {
            engine.containers().start(container);
            read(container, tail);
            return watch.await();
        }
    }

    private void read(String container, Tail tail) {
        try (CloseableIterator<Frame> frames = engine.containers().logs(container, LogOptions.FOLLOW)) {
            frames.forEachRemaining(tail::accept);
        } catch (EngineException.Rejected notReadable) {
            return; // Some log drivers only write.
        }
        tail.end();
    }

    /** Calls are refused to a thread that is interrupted: it is not, as long as this takes. */
    private void discard(String container) {
        boolean interrupted = Thread.interrupted();
        try {
            engine.containers().remove(container, true, true);
        } catch (EngineException stays) {
            // The next run finds it by its labels, and removes it.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells lines as they come, and keeps the last: those of the errors, where there are any. */
    private final class Tail {
        private static final int MOST = 10;

        private final Deque<String> out = new ArrayDeque<>();
        private final Deque<String> err = new ArrayDeque<>();
        private final LineAssembler outLines;
        private final LineAssembler errLines;

        Tail(Step step) {
            outLines = new LineAssembler(line -> take(step, line, out));
            errLines = new LineAssembler(line -> take(step, line, err));
        }

        void accept(Frame frame) {
            LineAssembler lines = frame.channel() == Frame.Channel.STDERR ? errLines : outLines;
            lines.accept(frame.bytes(), 0, frame.bytes().length);
        }

        void end() {
            outLines.end();
            errLines.end();
        }

        String text() {
            return String.join("\n", err.isEmpty() ? out : err).strip();
        }

        private void take(Step step, String line, Deque<String> last) {
            events.accept(new Event.Output(step, line));
            last.addLast(line);
            if (last.size() > MOST) {
                last.removeFirst();
            }
        }
    }

    /** A hook ended with something else than 0. */
    static final class PreStartFailedException extends ComposeException {
        private static final long serialVersionUID = 1L;

        PreStartFailedException(Action.RunPreStart run, Exit exit, String tail, String container) {
            super("service \"" + run.service().name() + "\" pre_start[" + run.index() + "] "
                    + (exit.error().isEmpty() ? "exited with code " + exit.code() : "wait error: " + exit.error())
                    + (tail.isEmpty() ? "" : ": " + tail) + " (hook container " + container.substring(0, SHORT)
                    + " retained for inspection)");
        }
    }
}
