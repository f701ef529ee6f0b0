package dev.jcompose.execute;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import dev.jcompose.logs.LineAssembler;
import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.plan.Step;
import dev.jcompose.source.ComposeException;
import java.util.ArrayList;
import java.util.List;

/** Runs the commands that a service wants run after its start and before its stop. */
final class HookRunner {
    private final Engine engine;
    private final EventSink events;

    HookRunner(Engine engine, EventSink events) {
        this.engine = engine;
        this.events = events;
    }

    /** One after another; the first that fails ends it. */
    void postStart(Step step, Action.RunHooks run) {
        for (Hook hook : run.hooks()) {
            run(step, run.container(), run.service(), hook);
        }
    }

    /** A container that is gone or does not run has nothing to run them in. */
    void preStop(Step step, ContainerRef container, List<Hook> hooks) {
        try {
            for (Hook hook : hooks) {
                run(step, container, container.name(), hook);
            }
        } catch (EngineException.NotFound | EngineException.Conflict notRunning) {
            return;
        }
    }

    private void run(Step step, ContainerRef container, String service, Hook hook) {
        List<String> environment = new ArrayList<>();
        hook.environment().forEach((key, value) -> environment.add(value == null ? key : key + "=" + value));
        String exec = engine.execs().create(container.idOrName(), new ExecSpec(hook.command(), environment, hook.user(),
                hook.workingDir(), hook.privileged(), false, false, true, true, null, null));
        LineAssembler lines = new LineAssembler(line -> events.accept(new Event.Output(step, line)));
        try (Session session = engine.execs().start(exec)) {
            while (session.hasNext()) {
                Frame frame = session.next();
                lines.accept(frame.bytes(), 0, frame.bytes().length);
            }
        }
        lines.end();
        Integer code = engine.execs().inspect(exec).exitCode();
        if (code == null || code != 0) {
            throw new HookFailedException(service, code == null ? -1 : code);
        }
    }

    /** A hook returned something else than 0. */
    static final class HookFailedException extends ComposeException {
        private static final long serialVersionUID = 1L;

        HookFailedException(String service, int code) {
            super(service + " hook exited with status " + code);
        }
    }
}
