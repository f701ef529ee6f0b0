package dev.jcompose.run;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.Containers.Exit;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Session;
import dev.jcompose.execute.Executor;
import dev.jcompose.execute.FileInjection;
import dev.jcompose.execute.UnderWay;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.ResourceNames;
import dev.jcompose.plan.RunOptions;
import dev.jcompose.plan.RunPlan;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A container that exists for one command: {@code run}. Not safe for use by several threads, but for {@link #kill}. */
public final class OneOff {
    private static final int SLUG_BYTES = 32;

    private final Engine engine;
    private final Project project;
    private final RunOptions options;
    private final String slug;
    private final String name;

    /** Chooses the container's name; nothing is sent to the engine yet. */
    public OneOff(Engine engine, Project project, RunOptions options) {
        this.engine = engine;
        this.project = project;
        this.options = options;
        byte[] random = new byte[SLUG_BYTES];
        new SecureRandom().nextBytes(random);
        this.slug = HexFormat.of().formatHex(random);
        this.name = RunPlan.containerName(ResourceNames.of(project), options, slug);
    }

    /** The container's name. */
    public String name() {
        return name;
    }

    /** What must be done before the command can start: dependencies, and the container. */
    public Plan plan() {
        return RunPlan.of(project, Observer.observe(engine, project), options, slug);
    }

    /** Carries {@link #plan} out. */
    public void create(Executor executor) {
        executor.run(plan());
    }

    /**
     * Starts the command and talks to it until it ends, and its container is gone if it is to be removed.
     *
     * @param detachKeys
     *            that leave the command alone; null for none
     * @return its exit code: 128 + signal where it was killed; 0 where it was left alone
     * @throws EngineException
     *             if the command cannot be started
     */
    public int runAttached(Streams streams, @Nullable Keys detachKeys) {
        AttachOptions attach = new AttachOptions(streams.in() != null, true, true, false,
                detachKeys == null ? null : detachKeys.text());
        try (Session session = engine.containers().attach(name, attach);
                ExitWatch watch = engine.containers().watchExit(name, WaitCondition.NEXT_EXIT)) {
            start();
            if (Conversation.hold(session, streams, detachKeys)) {
                return 0;
            }
            Exit exit = watch.await();
            if (options.remove()) {
                awaitRemoval();
            }
            return exit.code();
        }
    }

    /**
     * What the engine removes by itself is there for a moment after it has ended: who comes next should not see it. Not
     * every engine tells the code with the removal.
     */
    private void awaitRemoval() {
        try (ExitWatch watch = engine.containers().watchExit(name, WaitCondition.REMOVED)) {
            watch.await();
        } catch (EngineException.NotFound gone) {
            return;
        }
    }

    /** Starts the command and leaves it alone; gives the container's id. */
    public String runDetached() {
        start();
        ContainerDetails details = engine.containers().inspect(name);
        return details.id();
    }

    /** Has the command end, first politely; its conversation ends with it. */
    public void stop() {
        try {
            engine.containers().stop(name, null);
        } catch (EngineException.NotFound | EngineException.Conflict ended) {
            return;
        }
    }

    /** Sends a signal to the command; one that has ended is past it. */
    public void kill(String signal) {
        try {
            engine.containers().kill(name, signal);
        } catch (EngineException.NotFound | EngineException.Conflict ended) {
            return;
        }
    }

    /**
     * Tells the command's terminal how large it is.
     *
     * @throws EngineException
     *             if it does not run
     */
    public void resize(int columns, int rows) {
        engine.containers().resize(name, columns, rows);
    }

    /** Removes the container, running or not, with its anonymous volumes; afterwards it is gone. */
    public void remove() {
        try {
            new UnderWay(engine).remove(name, true);
        } catch (EngineException.NotFound gone) {
            return;
        }
    }

    private void start() {
        FileInjection.into(engine, new Action.StartContainer(ContainerRef.planned(name),
                RunPlan.files(project, options)), project.origin().environment());
        engine.containers().start(name);
    }
}
