package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Strangers;

/** {@code down}. */
public final class DownCommand extends PlanCommand {
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Remove containers of services that are in no Compose file");
    private final Text images = syntax.text("--rmi", "string",
            "Remove images of services: local (those without a name of their own) or all").among("local", "all");
    private final Whole timeout = syntax.whole("-t, --timeout", "SECONDS", "How long to wait before killing", 0);
    private final Flag volumes = syntax.flag("-v, --volumes",
            "Remove named volumes of the Compose file, and anonymous ones of the containers");
    private final Flag volume = syntax.hiddenFlag("--volume", "Means --volumes");
    private final OtherFolders otherFolders = new OtherFolders(syntax);

    public DownCommand() {
        super("down", "Stop and remove containers and networks");
        syntax.example("jcompose down");
        syntax.example("jcompose down --volumes --rmi local");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        if (!session.isDryRun()) {
            otherFolders.found(session, project.name(), Strangers.foldersOf(project, seen));
        }
        return DownPlan.of(project, seen,
                new DownOptions(services.values(), removeOrphans.on() || session.isSet("COMPOSE_REMOVE_ORPHANS"),
                        volumes.on() || volume.on(), images(), seconds(timeout)));
    }

    private DownOptions.Images images() {
        return switch (images.or("")) {
            case "" -> DownOptions.Images.NONE;
            case "local" -> DownOptions.Images.LOCAL;
            case "all" -> DownOptions.Images.ALL;
            default -> throw new UsageException(
                    "invalid value for --rmi: \"" + images.or("") + "\"; use local or all");
        };
    }
}
