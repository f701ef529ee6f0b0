package dev.jcompose.watch;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images.ImageFilter;
import dev.jcompose.engine.Labels;
import dev.jcompose.execute.Executor;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.RestartPlan;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpOptions.Recreate;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Watches the files of a project and carries changes into its containers until it is interrupted. What fails is told and
 * survived: the next change is another try. For one thread.
 */
public final class WatchRun {
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Engine engine;
    private final Executor executor;
    private final Project project;
    private final Options options;
    private final Consumer<String> told;
    private final Syncer syncer;
    private final WatchRules rules;

    /**
     * How to watch.
     *
     * @param services
     *            those named; empty for all that have something to watch
     * @param prune
     *            whether images that a new one replaces are removed
     * @param building
     *            how images are built
     */
    public record Options(List<String> services, boolean prune, BuildOptions building) {
        public Options { services = List.copyOf(services); }
    }

    /**
     * Reads what is to be watched; nothing is watched yet.
     *
     * @param executor
     *            builds images and replaces containers
     * @param told
     *            what happens, a line at a time
     * @throws WatchException
     *             if nothing is to be watched, or it cannot be
     */
    public WatchRun(Engine engine, Executor executor, Project project, Options options, Consumer<String> told) {
        this.engine = engine;
        this.executor = executor;
        this.project = project;
        this.options = options;
        this.told = told;
        this.syncer = new Syncer(engine);
        this.rules = WatchRules.of(project, options.services());
    }

    /**
     * Watches.
     *
     * @throws InterruptedException
     *             always, in the end
     * @throws WatchException
     *             if the system cannot watch
     */
    public void run() throws InterruptedException {
        rules.warnings().forEach(told);
        List<Path> roots = new ArrayList<>(new LinkedHashSet<>(rules.rules().stream().map(WatchRule::root).toList()));
        if (roots.isEmpty()) {
            throw new WatchException("nothing is left to be watched");
        }
        try (TreeWatch tree = new TreeWatch(roots,
                folder -> rules.rules().stream().allMatch(rule -> rule.skipsFolder(folder)))) {
            initially(tree.all());
            told.accept("Watch enabled");
            follow(tree);
        } catch (IOException e) {
            throw new WatchException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private void follow(TreeWatch tree) throws IOException, InterruptedException {
        Batcher batcher = new Batcher(QUIET.toNanos(), LONGEST.toNanos());
        while (true) {
            Set<Path> changed = tree.poll(batcher.untilDue(System.nanoTime(), PATIENCE.toNanos()));
            batcher.add(changed, System.nanoTime());
            Set<Path> batch = batcher.due(System.nanoTime());
            if (!batch.isEmpty()) {
                react(Reaction.to(batch, rules.rules()));
            }
        }
    }

    private void initially(Set<Path> all) throws InterruptedException {
        List<WatchRule> initial = rules.rules().stream()
                .filter(rule -> rule.initialSync() && rule.action().copies()).toList();
        Reaction reaction = Reaction.to(all, initial);
        reaction.sync().forEach((service, files) -> attempt(() -> sync(service, files)));
    }

    private void react(Reaction reaction) throws InterruptedException {
        if (!reaction.rebuild().isEmpty()) {
            attempt(() -> rebuild(List.copyOf(reaction.rebuild())));
        }
        reaction.sync().forEach((service, files) -> {
            told.accept("Syncing service \"" + service + "\" after " + files.size() + " changes were detected");
            attempt(() -> sync(service, files));
        });
        if (!reaction.restart().isEmpty()) {
            attempt(() -> restart(List.copyOf(reaction.restart())));
        }
        reaction.exec().forEach((service, hooks) -> attempt(() -> containers(service).forEach(
                container -> hooks.forEach(hook -> syncer.run(container, hook, told)))));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whatever fails, watching goes on. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (CancelledException | EngineException.Interrupted e) {
            Thread.currentThread().interrupt();
        } catch (ComposeException e) {
            e.getMessage().lines().forEach(told);
        }
    }

    private void sync(String service, SequencedMap<String, Path> files) {
        for (ObservedContainer container : containers(service)) {
            syncer.sync(container, files);
        }
    }

    private List<ObservedContainer> containers(String service) {
        return Observer.containers(engine, project.name()).stream()
                .filter(container -> container.service().equals(service) && !container.oneOff()
                        && container.status() == ContainerStatus.RUNNING)
                .toList();
    }

    private void restart(List<String> services) {
        executor.run(RestartPlan.of(project, Observer.observe(engine, project), services, true, null));
        told.accept("service(s) " + quoted(services) + " restarted");
    }

    private void rebuild(List<String> services) {
        told.accept("Rebuilding service(s) " + quoted(services) + " after changes were detected...");
        Map<String, String> before = images();
        executor.run(ImagePlan.builds(project, Observer.observe(engine, project),
                new ImageOptions(services, false, null, true, false, options.building())));
        told.accept("service(s) " + quoted(services) + " successfully built");
        UpOptions up = new UpOptions(services, Recreate.FORCE, Recreate.NEVER, false, true, Map.of(), false, true,
                false, null, false, Set.of());
        executor.run(UpPlan.of(project, Observer.observe(engine, project), up));
        if (options.prune()) {
            prune(before);
        }
    }

    /** The project's images by id, each with one of its names. */
    private Map<String, String> images() {
        Map<String, String> images = new TreeMap<>();
        for (ImageSummary image : engine.images()
                .list(ImageFilter.labelled(Labels.PROJECT + "=" + project.name()))) {
            images.put(image.id(), image.tags().isEmpty() ? "" : image.tags().getFirst());
        }
        return Ordered.copyOf(images);
    }

    /** Images that had a name before and have none any more. */
    private void prune(Map<String, String> before) {
        Map<String, String> now = images();
        before.forEach((id, name) -> {
            if (!name.isEmpty() && now.getOrDefault(id, "").isEmpty()) {
                try {
                    engine.images().remove(id, false, true);
                } catch (EngineException.NotFound | EngineException.Conflict goneOrInUse) {
                    // Then it is not ours to remove.
                    return;
                }
            }
        });
    }

    private static String quoted(List<String> services) {
        return "[\"" + String.join("\" \"", services) + "\"]";
    }
}
