package dev.jcompose.execute;

import dev.jcompose.engine.Engine;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Question;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The verb {@code up} from end to end: fetch images, build images, then containers, with a look at the engine before
 * each, because each depends on what the one before has brought.
 */
public final class UpRun {
    private final Engine engine;
    private final Executor executor;
    private final Predicate<Question> confirm;

    /**
     * @param confirm
     *            asked before data is lost; always called on the thread that calls this class
     */
    public UpRun(Engine engine, Executor executor, Predicate<Question> confirm) {
        this.engine = engine;
        this.executor = executor;
        this.confirm = confirm;
    }

    /**
     * What would be done, as far as it can be told without doing it: nothing is written to the engine. An image that is
     * yet to be fetched or built counts as unchanged.
     */
    public static List<Plan> preview(Engine engine, Project project, ImageOptions images, UpOptions options) {
        Observation seen = Observer.observe(engine, project);
        List<Plan> plans = new ArrayList<>();
        for (Plan plan : List.of(ImagePlan.pulls(project, seen, images), ImagePlan.builds(project, seen, images),
                UpPlan.of(project, seen, options))) {
            if (!plan.steps().isEmpty() || !plan.notices().isEmpty() || !plan.questions().isEmpty()) {
                plans.add(plan);
            }
        }
        return plans;
    }

    /**
     * Does it all.
     *
     * @return the plan for the containers, carried out
     * @throws PlanFailedException
     *             if steps failed
     */
    public Plan run(Project project, ImageOptions images, UpOptions options) {
        Observation seen = Observer.observe(engine, project);
        UpPlan.of(project, seen, options);
        seen = carryOut(project, seen, ImagePlan.pulls(project, seen, images));
        seen = carryOut(project, seen, ImagePlan.builds(project, seen, images));
        Plan plan = UpPlan.of(project, seen, options);
        Set<String> allowed = new HashSet<>(options.allowDataLoss());
        plan.questions().stream().filter(confirm).forEach(question -> allowed.add(question.volume()));
        if (allowed.size() > options.allowDataLoss().size()) {
            plan = UpPlan.of(project, seen, options.withAllowedDataLoss(allowed));
        }
        plan = plan.withDenials();
        executor.run(plan);
        return plan;
    }

    private Observation carryOut(Project project, Observation seen, Plan plan) {
        if (plan.steps().isEmpty()) {
            return seen;
        }
        executor.run(plan);
        return Observer.observe(engine, project);
    }
}
