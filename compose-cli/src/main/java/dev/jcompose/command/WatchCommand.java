package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.terminal.Signals;
import java.util.List;

/** {@code watch}. */
public final class WatchCommand extends ConvergeCommand {
    private final Flag noUp = syntax.flag("--no-up", "Do not build and start the services first");
    private final Flag prune = syntax.flagOn("--prune", "Remove images that are replaced");
    private final Flag quiet = syntax.flag("--quiet", "Build without showing the steps");
    private final Texts services = syntax.arguments("SERVICE");

    /** Under its name, or the older one. */
    public WatchCommand(String name) {
        super(name, "Carry changes of files into running containers");
        syntax.example("jcompose watch web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(services.values());
        List<String> names = services.values();
        BuildOptions building = quiet.on() ? BuildOptions.DEFAULTS.quietly() : BuildOptions.DEFAULTS;
        ImageOptions images = new ImageOptions(names, true, null, true, false, building);
        if (session.isDryRun()) {
            preview(session, project, images, UpOptions.DEFAULTS.withServices(names));
            return ExitCode.OK;
        }
        try (Watching watching = Watching.of(session, project, names, prune.on(), quiet.on())) {
            if (!noUp.on()) {
                converge(session, project, images, UpOptions.DEFAULTS.withServices(names), false, null);
            }
            Thread main = Thread.currentThread();
            Signals signals = Signals.handle(signal -> main.interrupt(), "INT", "TERM");
            try {
                watching.run();
            } finally {
                signals.close();
            }
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.OK;
    }
}
