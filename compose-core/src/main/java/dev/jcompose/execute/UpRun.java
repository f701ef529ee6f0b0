package dev.jcompose.execute;

import dev.jcompose.engine.Engine;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.Notice;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.ProviderPlan;
import dev.jcompose.plan.Question;
import dev.jcompose.plan.RollbackPlan;
import dev.jcompose.plan.Strangers;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The verb {@code up} from end to end: fetch images, build images, then containers, with a look at the engine before
 * each, because each depends on what the one before has brought.
 */
public final class UpRun {
    private final Engine engine;
    private final Executor executor;
    private final Predicate<Question> confirm;
    private final Consumer<Set<String>> strangers;

    /**
     * @param confirm
     *            asked before data is lost; always called on the thread that calls this class
     */
    public UpRun(Engine engine, Executor executor, Predicate<Question> confirm) {
        this(engine, executor, confirm, folders -> {
            // Another folder's containers are taken for this one's.
        });
    }

    /**
     * @param strangers
     *            told of folders, other than the project's, whose containers it has; throws to have nothing done
     */
    public UpRun(Engine engine, Executor executor, Predicate<Question> confirm, Consumer<Set<String>> strangers) {
        this.engine = engine;
        this.executor = executor;
        this.confirm = confirm;
        this.strangers = strangers;
    }

    /**
     * What would be done, as far as it can be told without doing it: nothing is written to the engine. An image that is
     * yet to be fetched or built counts as unchanged, and so do variables that providers are yet to tell.
     */
    public static List<Plan> preview(Engine engine, Project project, ImageOptions images, UpOptions options) {
        Observation seen = Observer.observe(engine, project);
        Plan up = UpPlan.of(project, seen, options);
        List<Plan> plans = new ArrayList<>();
        List<Notice> leftOut = ApiCheck.run(engine, project, up);
        if (!leftOut.isEmpty()) {
            plans.add(new Plan(List.of(), leftOut, List.of()));
        }
        for (Plan plan : List.of(ImagePlan.pulls(project, seen, images), ImagePlan.builds(project, seen, images),
                ProviderPlan.of(project, options), up)) {
            if (!plan.steps().isEmpty() || !plan.notices().isEmpty() || !plan.questions().isEmpty()) {
                plans.add(plan);
            }
        }
        return plans;
    }

    /**
     * What came of it.
     *
     * @param plan
     *            for the containers, carried out
     * @param seen
     *            what the engine had before that
     */
    public record Outcome(Plan plan, Observation seen) {}

    /**
     * Does it all.
     *
     * @throws PlanFailedException
     *             if steps failed; what the plan changed has been taken back where the options say so
     */
    public Outcome run(Project project, ImageOptions images, UpOptions options) {
        return run(project, Observer.observe(engine, project), images, options);
    }

    /**
     * Does it all, where the engine was looked at just now.
     *
     * @param before
     *            what it has
     * @throws PlanFailedException
     *             if steps failed; what the plan changed has been taken back where the options say so
     */
    public Outcome run(Project project, Observation before, ImageOptions images, UpOptions options) {
        Set<String> folders = Strangers.foldersOf(project, before);
        if (!folders.isEmpty()) {
            strangers.accept(folders);
        }
        Plan foreseen = UpPlan.of(project, before, options);
        check(project, before, foreseen);
        Plan pulls = ImagePlan.pulls(project, before, images);
        Observation pulled = carryOut(project, before, pulls);
        Plan builds = ImagePlan.builds(project, pulled, images);
        Observation seen = carryOut(project, pulled, builds);
        Project provided = executor.provided(project, options);
        boolean asForeseen = pulls.steps().isEmpty() && builds.steps().isEmpty()
                && ProviderPlan.of(project, options).steps().isEmpty();
        Plan plan = asForeseen ? foreseen : UpPlan.of(provided, seen, options);
        Set<String> allowed = new HashSet<>(options.allowDataLoss());
        plan.questions().stream().filter(confirm).forEach(question -> allowed.add(question.volume()));
        if (allowed.size() > options.allowDataLoss().size()) {
            plan = UpPlan.of(provided, seen, options.withAllowedDataLoss(allowed));
        }
        plan = plan.withDenials();
        try {
            executor.run(plan);
        } catch (PlanFailedException failure) {
            if (options.rollback()) {
                executor.run(RollbackPlan.of(project, before, Observer.observe(engine, project)));
            }
            throw failure;
        }
        return new Outcome(plan, seen);
    }

    /**
     * Fetches and builds the images that the options ask for.
     *
     * @param before
     *            what the engine has
     * @return what it has then: {@code before} itself where there was nothing to do
     * @throws PlanFailedException
     *             if one cannot be had
     */
    public Observation images(Project project, Observation before, ImageOptions images) {
        Observation seen = carryOut(project, before, ImagePlan.pulls(project, before, images));
        return carryOut(project, seen, ImagePlan.builds(project, seen, images));
    }

    /** What can be known to fail fails here. */
    private void check(Project project, Observation seen, Plan plan) {
        List<Notice> leftOut = ApiCheck.run(engine, project, plan);
        if (!leftOut.isEmpty()) {
            executor.run(new Plan(List.of(), leftOut, List.of()));
        }
        PortCheck.run(engine, project, seen, plan);
    }

    private Observation carryOut(Project project, Observation seen, Plan plan) {
        if (plan.steps().isEmpty()) {
            return seen;
        }
        executor.run(plan);
        return Observer.observe(engine, project);
    }
}
