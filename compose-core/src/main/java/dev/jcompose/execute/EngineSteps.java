package dev.jcompose.execute;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import dev.jcompose.source.CancelledException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Does what a step says. Engine calls that answer soon are counted against a limit; waits are not. */
final class EngineSteps implements AutoCloseable {
    private final Engine engine;
    private final EventSink events;
    private final Map<String, String> environment;
    private final Semaphore calls;
    private final Readiness readiness;
    private final UnderWay underWay;
    private final Making making;
    private final HookRunner hooks;
    private final PreStartRunner preStart;
    private final ImageSteps images;
    private final ProviderSteps providers;

    EngineSteps(Engine engine, ImageBuilder builder, EventSink events, ExecuteOptions options,
            ProviderSteps providers) {
        this.providers = providers;
        this.engine = engine;
        this.events = events;
        this.environment = options.environment();
        this.calls = new Semaphore(options.parallelLimit());
        this.readiness = new Readiness(engine, options.awaitTimeout());
        this.underWay = new UnderWay(engine, options.journal());
        this.making = new Making(engine, underWay, options.environment());
        this.hooks = new HookRunner(engine, events);
        this.preStart = new PreStartRunner(engine, making, events);
        this.images = new ImageSteps(engine, events, builder, options);
    }

    /** Gives what came of it where that is not plain; may be empty. */
    String run(Step step) {
        return switch (step.action()) {
            case Action.CreateNetwork create -> limited(() -> done(() -> underWay.create(create.spec())));
            case Action.RemoveNetwork remove -> limited(() -> freed(() -> underWay.removeNetwork(remove.id())));
            case Action.DisconnectNetwork off -> limited(
                    () -> gone(() -> engine.networks().disconnect(off.name(), off.container().idOrName(), true)));
            case Action.ConnectNetwork on -> limited(() -> done(
                    () -> engine.networks().connect(on.name(), on.container().idOrName(), on.endpoint())));
            case Action.CreateVolume create -> limited(() -> done(() -> engine.volumes().create(create.spec())));
            case Action.RemoveVolume remove -> limited(() -> freed(() -> engine.volumes().remove(remove.name(), true)));
            case Action.RemoveImage remove -> limited(
                    () -> freed(() -> engine.images().remove(remove.name(), false, true)));
            case Action.PullImage pull -> images.pull(step, pull);
            case Action.PushImage push -> images.push(step, push);
            case Action.BuildImages build -> images.build(step, build);
            case Action.CreateContainer create -> limited(() -> create(create));
            case Action.StartContainer start -> limited(() -> done(() -> start(start)));
            case Action.RunPreStart run -> done(() -> preStart.run(step, run));
            case Action.RunHooks run -> done(() -> hooks.postStart(step, run));
            case Action.StopContainer stop -> stop(step, stop);
            case Action.KillContainer kill -> limited(
                    () -> gone(() -> engine.containers().kill(kill.container().idOrName(), kill.signal())));
            case Action.RemoveContainer remove -> limited(() -> gone(
                    () -> underWay.remove(remove.container().idOrName(), remove.volumes())));
            case Action.RenameContainer rename -> limited(
                    () -> done(() -> engine.containers().rename(rename.container().idOrName(), rename.to())));
            case Action.RestartContainer restart -> restart(step, restart);
            case Action.PauseContainer pause -> limited(
                    () -> done(() -> engine.containers().pause(pause.container().idOrName())));
            case Action.UnpauseContainer unpause -> limited(
                    () -> done(() -> engine.containers().unpause(unpause.container().idOrName())));
            case Action.RunProvider run -> providers.run(step, run);
            case Action.PrepareModel prepare -> providers.run(step, prepare);
            case Action.AwaitService await -> readiness.await(await);
        };
    }

    private String create(Action.CreateContainer create) {
        making.create(create).forEach(warning -> events.accept(new Event.Notice(warning)));
        return "";
    }

    private void start(Action.StartContainer start) {
        FileInjection.into(engine, start, environment);
        engine.containers().start(start.container().idOrName());
    }

    /** Stops may last as long as the grace period: they do not count as calls that answer soon. */
    private String stop(Step step, Action.StopContainer stop) {
        return gone(() -> {
            hooks.preStop(step, stop.container(), stop.preStop());
            underWay.stop(stop.container().idOrName(), stop.timeout());
        });
    }

    private String restart(Step step, Action.RestartContainer restart) {
        hooks.preStop(step, restart.container(), restart.preStop());
        engine.containers().restart(restart.container().idOrName(), restart.timeout());
        return "";
    }

    private String limited(Supplier<String> call) {
        try {
            calls.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            return call.get();
        } finally {
            calls.release();
        }
    }

    private static String done(Runnable call) {
        call.run();
        return "";
    }

    /** What others use is not ours to take from them. */
    private static String freed(Runnable call) {
        try {
            return gone(call);
        } catch (EngineException.Conflict | EngineException.Rejected inUse) {
            if (inUse.status() == 409 || inUse.reason().contains("has active endpoints")) {
                return "Resource is still in use";
            }
            throw inUse;
        }
    }

    /** What is gone already need not be removed. */
    private static String gone(Runnable call) {
        try {
            call.run();
            return "";
        } catch (EngineException.NotFound alreadyGone) {
            return "gone already";
        }
    }

    @Override
    public void close() {
        readiness.close();
    }
}
