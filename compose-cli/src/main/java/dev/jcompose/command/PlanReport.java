package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.format.Json;
import dev.jcompose.option.Syntax;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.Notice;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Question;
import dev.jcompose.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows plans in place of carrying them out: as lines for people, or as one document of the published schema
 * {@code plan-1.schema.json}. Plans follow upon each other: each one is as if those before had been carried out.
 */
final class PlanReport {
    private PlanReport() {
    }

    /** The word that chooses the form. */
    static Text format(Syntax syntax) {
        return syntax.text("--format", "string", "How to print what --dry-run shows: text or json", "text").among(
                "text",
                "json");
    }

    /**
     * Prints.
     *
     * @param format
     *            {@code text} or {@code json}
     * @return {@link ExitCode#OK} where there is nothing to do, else {@link ExitCode#CHANGES}
     */
    static int print(Session session, String project, List<Plan> plans, Text format) {
        switch (format.required()) {
            case "text" -> plans.forEach(plan -> text(session, plan));
            case "json" -> session.out().println(Json.of(document(project, plans)));
            default -> throw new UsageException(
                    "unsupported format \"" + format.required() + "\": use text or json");
        }
        return plans.stream().allMatch(Plan::isEmpty) ? ExitCode.OK : ExitCode.CHANGES;
    }

    /** As {@link #print}, with docker compose's exit code of a dry run, 0, but for JSON, which it does not have. */
    static int printDryRun(Session session, String project, List<Plan> plans, Text format) {
        int code = print(session, project, plans, format);
        return format.required().equals("json") ? code : ExitCode.OK;
    }

    private static void text(Session session, Plan plan) {
        plan.notices().forEach(notice -> session.err().println("warning: " + notice.text()));
        session.out().print(plan);
        if (!plan.questions().isEmpty()) {
            session.out()
                    .println("Left out, because data would be lost; -y or --allow-data-loss VOLUME lets it happen:");
            plan.questions().forEach(question -> session.out().println(
                    "  volume " + question.volume() + "  recreate  " + question.cause()));
        }
    }

    private static Map<String, Object> document(String project, List<Plan> plans) {
        List<Object> phases = new ArrayList<>();
        List<Object> dataLoss = new ArrayList<>();
        for (Plan plan : plans) {
            Map<String, Object> phase = new LinkedHashMap<>();
            phase.put("steps", plan.steps().stream().map(PlanReport::step).toList());
            phase.put("notices", plan.notices().stream().map(Notice::text).toList());
            phases.add(phase);
            plan.questions().forEach(question -> dataLoss.add(question(question)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", 1);
        document.put("project", project);
        document.put("changes", !plans.stream().allMatch(Plan::isEmpty));
        document.put("phases", phases);
        document.put("dataLoss", dataLoss);
        return document;
    }

    private static Map<String, Object> question(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("volume", question.volume());
        json.put("cause", question.cause());
        json.put("question", question.text());
        return json;
    }

    private static Map<String, Object> step(Step step) {
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
