package dev.jcompose.engine.memory;

import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import dev.jcompose.engine.memory.Program.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands run in containers. */
final class MemoryExecs implements Execs {
    private final World world;
    private final Map<String, Exec> execs = new LinkedHashMap<>();

    MemoryExecs(World world) {
        this.world = world;
    }

    /** One command; guarded by the world's lock. */
    private static final class Exec {
        private final MemoryContainer container;
        private final ExecSpec spec;
        private final Output output = new Output();
        private final StringBuilder input = new StringBuilder();
        private @Nullable Integer exitCode;
        private boolean running;

        private Exec(MemoryContainer container, ExecSpec spec) {
            this.container = container;
            this.spec = spec;
        }
    }

    @Override
    public String create(String container, ExecSpec spec) {
        synchronized (world) {
            MemoryContainer found = world.containers().requireRunning("exec", container);
            String id = world.newId();
            execs.put(id, new Exec(found, spec));
            world.wrote("container", "exec", found.name());
            found.happened("exec_create: " + String.join(" ", spec.command()), Map.of("execID", id));
            return id;
        }
    }

    @Override
    public Session start(String exec) {
        synchronized (world) {
            Exec found = require("start", exec);
            begin(exec, found);
            Feed<Frame> feed = new Feed<>(world, 0,
                    at -> at.position() < found.output.size() ? found.output.at(at.advance()) : null,
                    at -> !found.running || !found.container.isRunning());
            return new MemorySession(world, feed, found.input::append, () -> run(exec, found, found.input.toString()));
        }
    }

    @Override
    public void startDetached(String exec) {
        synchronized (world) {
            begin(exec, require("start", exec));
        }
    }

    private void begin(String id, Exec exec) {
        exec.running = true;
        exec.container.happened("exec_start: " + String.join(" ", exec.spec.command()), Map.of("execID", id));
        run(id, exec, exec.spec.stdin() ? null : "");
    }

    private void run(String id, Exec exec, @Nullable String input) {
        if (!exec.running) {
            return;
        }
        Outcome outcome = world.program().run(exec.container.spec(), exec.spec.command(), input);
        if (outcome.wantsInput()) {
            return;
        }
        exec.output.append(Frame.Channel.STDOUT, outcome.stdout());
        exec.output.append(exec.spec.tty() ? Frame.Channel.STDOUT : Frame.Channel.STDERR, outcome.stderr());
        world.changed();
        if (outcome.exitCode() != null) {
            exec.running = false;
            exec.exitCode = outcome.exitCode();
            exec.container.happened("exec_die",
                    Map.of("execID", id, "exitCode", Integer.toString(outcome.exitCode())));
        }
    }

    @Override
    public ExecDetails inspect(String exec) {
        synchronized (world) {
            Exec found = require("inspect", exec);
            return new ExecDetails(exec, found.container.id(), found.running, found.exitCode, found.running ? 1 : 0);
        }
    }

    @Override
    public void resize(String exec, int columns, int rows) {
        synchronized (world) {
            require("resize", exec);
        }
    }

    private Exec require(String operation, String exec) {
        Exec found = execs.get(exec);
        if (found == null) {
            throw World.notFound(operation, "exec", exec);
        }
        return found;
    }
}
