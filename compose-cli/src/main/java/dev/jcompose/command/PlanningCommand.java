package dev.jcompose.command;

import dev.jcompose.execute.UpRun;
import dev.jcompose.model.Project;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.UpOptions;
import java.util.List;
import java.util.Set;

/** {@code plan}: what {@code up} would do, and why. Exit code 0: nothing; 2: something. */
public final class PlanningCommand extends Command {
    private final Text format = syntax.text("--format", "string",
            "text or json", "text").among("text", "json");
    private final Texts allowDataLoss = syntax.texts("--allow-data-loss", "VOLUME",
            "Count in that this volume is made anew if its definition changed");
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Count in that containers of services that are in no Compose file are removed");
    private final Texts services = syntax.arguments("SERVICE");

    public PlanningCommand() {
        super("plan", "Show what up would do, and why");
        syntax.example("jcompose plan");
        syntax.example("jcompose plan --format json | jq .steps");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(services.values());
        ImageOptions images = new ImageOptions(services.values(), true, null, false, false,
                ImageOptions.DEFAULTS.building());
        List<Plan> plans = UpRun.preview(session.engine(), project, images,
                UpOptions.DEFAULTS.withServices(services.values()).withRemoveOrphans(removeOrphans.on())
                        .withAllowedDataLoss(Set.copyOf(allowDataLoss.values())));
        return PlanReport.print(session, project.name(), plans, format);
    }
}
