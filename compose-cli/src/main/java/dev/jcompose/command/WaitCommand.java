package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.Containers.Exit;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code wait}. */
public final class WaitCommand extends Command {
    private final Flag downProject = syntax.flag("--down-project", "Take the project down when the first one ends");
    private final Text format = PlanReport.format(syntax);
    private final Texts services = syntax.someArguments("SERVICE");

    public WaitCommand() {
        super("wait", "Wait until containers of services end");
        syntax.example("jcompose wait migrate");
        syntax.example("jcompose wait --down-project tests");
    }

    private record Ended(ObservedContainer container, Exit exit) {}

    @Override
    public int run(Session session) throws InterruptedException {
        String project = session.projectName();
        List<ObservedContainer> containers = Observer.containers(session.engine(), project).stream()
                .filter(container -> !container.oneOff() && services.values().contains(container.service()))
                .toList();
        if (containers.isEmpty()) {
            throw new UsageException("no containers for project \"" + project + "\"");
        }
        if (session.isDryRun()) {
            return downProject.on() ? showDown(session) : ExitCode.OK;
        }
        int code = ExitCode.OK;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Ended> waits = new ExecutorCompletionService<>(threads);
            containers.forEach(container -> waits
                    .submit(() -> new Ended(container, session.engine().containers().awaitExit(container.id()))));
            for (int each = 0; each < containers.size(); each++) {
                Ended ended = next(waits);
                session.out().println("container \"" + ended.container().id() + "\" exited with status code "
                        + ended.exit().code());
                session.out().flush();
                code = ended.exit().code();
                if (downProject.on() && each == 0) {
                    down(session);
                }
            }
        }
        return code;
    }

    private int showDown(Session session) {
        Session.Seen seen = session.seen(List.of());
        return PlanReport.printDryRun(session, seen.project().name(),
                List.of(DownPlan.of(seen.project(), seen.observation(), DownOptions.DEFAULTS)), format);
    }

    private static void down(Session session) {
        Session.Target target = session.target(List.of());
        Exclusion.during(session, target.name(), () -> {
            Session.Seen seen = session.seen(target);
            PlanCommand.carryOut(session, DownPlan.of(seen.project(), seen.observation(), DownOptions.DEFAULTS), false,
                    null);
        });
    }

    private static Ended next(ExecutorCompletionService<Ended> waits) throws InterruptedException {
        try {
            return waits.take().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
