package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.UpOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code scale}. */
public final class ScaleCommand extends ConvergeCommand {
    private final Flag noDeps = syntax.flag("--no-deps", "Leave services alone that the scaled ones depend on");
    private final Texts scales = syntax.someArguments("SERVICE=REPLICAS");

    /** Under its name, or the older one. */
    public ScaleCommand(String name) {
        super(name, "Set the number of containers of services");
        syntax.example("jcompose scale web=3 worker=0");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Map<String, Integer> wanted = scales(scales.values(), "scale specifier");
        List<String> names = List.copyOf(wanted.keySet());
        Project project = session.projectToChange(names);
        UpOptions d = UpOptions.DEFAULTS;
        UpOptions options = new UpOptions(names, d.recreate(), d.recreateDependencies(), !noDeps.on(), true, wanted,
                false, true, false, null, false, Set.of());
        ImageOptions images = new ImageOptions(names, !noDeps.on(), null, false, false,
                ImageOptions.DEFAULTS.building());
        if (session.isDryRun()) {
            return preview(session, project, images, options);
        }
        converge(session, project, images, options, false, null);
        return ExitCode.OK;
    }
}
