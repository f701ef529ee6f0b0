package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpOptions.Recreate;
import java.util.Set;

/** {@code create}. */
public final class CreateCommand extends ConvergeCommand {
    private final Texts allowDataLoss = syntax.texts("--allow-data-loss", "VOLUME",
            "Remove this volume and make it anew if its definition changed");
    private final Flag build = syntax.flag("--build", "Build images first");
    private final Flag forceRecreate = syntax.flag("--force-recreate", "Recreate containers that need no change");
    private final Flag noBuild = syntax.flag("--no-build", "Build nothing, even if an image is missing");
    private final Flag noRecreate = syntax.flag("--no-recreate", "Keep containers that exist as they are");
    private final Text pull = syntax.text("--pull", "string",
            "Pull images first: always, missing, never or build", "policy")
            .among("always", "missing", "never", "build");
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Remove containers of services that are in no Compose file");
    private final Texts scale = syntax.texts("--scale", "SERVICE=NUM", "Number of containers of a service");
    private final Flag yes = syntax.flag("-y, --yes", "Answer every question with yes");
    private final Texts services = syntax.arguments("SERVICE");

    public CreateCommand() {
        super("create", "Create containers for services");
        syntax.example("jcompose create --build");
        syntax.example("jcompose create --force-recreate web");
        syntax.flag("--quiet-pull", "Pull without showing how far it is");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        exclude(build.on(), noBuild.on(), "--build and --no-build");
        exclude(forceRecreate.on(), noRecreate.on(), "--force-recreate and --no-recreate");
        Project project = session.projectToChange(services.values());
        ImageOptions images = new ImageOptions(services.values(), true, pullPolicy(pull), build.on(),
                noBuild.on(), BuildOptions.DEFAULTS);
        Recreate recreate = noRecreate.on() ? Recreate.NEVER : forceRecreate.on() ? Recreate.FORCE : Recreate.DIVERGED;
        UpOptions options = new UpOptions(services.values(), recreate,
                noRecreate.on() ? Recreate.NEVER : Recreate.DIVERGED, true, false,
                scales(scale.values(), "--scale option"), removeOrphans.on(), session.isSet("COMPOSE_IGNORE_ORPHANS"),
                false, null, false, Set.copyOf(allowDataLoss.values()));
        if (session.isDryRun()) {
            return preview(session, project, images, options);
        }
        converge(session, project, images, options, yes.on(), null);
        return ExitCode.OK;
    }
}
