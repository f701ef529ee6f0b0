package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.execute.UpRun;
import dev.jcompose.format.Json;
import dev.jcompose.model.Project;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import dev.jcompose.plan.UpOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code plan}: what {@code up} would do, and why. Exit code 0: nothing; 2: something. */
public final class PlanningCommand extends Command {
    private final Text format = syntax.text("--format", "string", "text or json (default text)");
    private final Texts services = syntax.arguments("SERVICE");

    public PlanningCommand() {
        super("plan", "Show what up would do, and why");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(services.values());
        ImageOptions images = new ImageOptions(services.values(), true, null, false, false,
                ImageOptions.DEFAULTS.building());
        List<Plan> plans = UpRun.preview(session.engine(), project, images,
                UpOptions.DEFAULTS.withServices(services.values()));
        switch (format.or("text")) {
            case "text" -> plans.forEach(plan -> {
                plan.notices().forEach(notice -> session.err().println("warning: " + notice.text()));
                session.out().print(plan);
                plan.questions().forEach(question -> session.err().println(question.text()));
            });
            case "json" -> session.out().println(Json.of(json(project, plans)));
            default -> throw new UsageException(
                    "unsupported format \"" + format.or("") + "\": use text or json");
        }
        return plans.stream().allMatch(Plan::isEmpty) ? ExitCode.OK : ExitCode.CHANGES;
    }

    private static Map<String, Object> json(Project project, List<Plan> plans) {
        List<Object> phases = new ArrayList<>();
        for (Plan plan : plans) {
            Map<String, Object> phase = new LinkedHashMap<>();
            phase.put("steps", plan.steps().stream().map(PlanningCommand::json).toList());
            phase.put("notices", plan.notices().stream().map(notice -> notice.text()).toList());
            phase.put("questions", plan.questions().stream()
                    .map(question -> Map.of("volume", question.volume(), "text", question.text())).toList());
            phases.add(phase);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", 1);
        document.put("project", project.name());
        document.put("changes", !plans.stream().allMatch(Plan::isEmpty));
        document.put("phases", phases);
        return document;
    }

    private static Map<String, Object> json(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", step.id());
        json.put("kind", step.action().kind());
        json.put("name", step.action().name());
        json.put("action", step.action().verb());
        json.put("cause", step.cause());
        json.put("dependsOn", step.dependsOn());
        json.put("changes", step.action().changes());
        return json;
    }
}
