package dev.jcompose.execute;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.model.Project;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.ProvidedVariables;
import dev.jcompose.plan.ProviderPlan;
import dev.jcompose.plan.Step;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Carries a plan out, in parallel along its graph. Each step has a virtual thread that waits for the steps it depends
 * on; at most a given number of engine calls run at once. After a failure, or when the caller's thread is interrupted,
 * steps that have not begun are left out; those that have begun are let finish after a failure, and broken off by an
 * interruption. An executor may carry out several plans, one after another.
 */
public final class Executor {
    private final Engine engine;
    private final ImageBuilder builder;
    private final EventSink events;
    private final ExecuteOptions options;
    private final ProviderSteps providers;

    /**
     * Nothing is sent to the engine until a plan is run.
     *
     * @param builder
     *            makes images, where the plan says so
     * @param events
     *            told of everything
     */
    public Executor(Engine engine, ImageBuilder builder, EventSink events, ExecuteOptions options) {
        this.engine = engine;
        this.builder = builder;
        this.events = events;
        this.options = options;
        this.providers = new ProviderSteps(events, options.environment());
    }

    /**
     * Has the providers and models that services need do their part, if there are any, and gives the project with what
     * they tell of themselves.
     *
     * @param options
     *            say which services
     * @throws PlanFailedException
     *             if one of them fails
     */
    public Project provided(Project project, UpOptions options) {
        Plan plan = ProviderPlan.of(project, options);
        if (plan.steps().isEmpty()) {
            return project;
        }
        run(plan);
        return ProvidedVariables.into(project, providers.variables(), providers.modelEndpoint());
    }

    /**
     * Does it all and returns when nothing of it runs any more.
     *
     * @throws PlanFailedException
     *             with every step that failed
     * @throws CancelledException
     *             if the calling thread was interrupted; its interrupt flag is set again
     */
    public void run(Plan plan) {
        plan.notices().forEach(notice -> events.accept(new Event.Notice(notice.text())));
        Run run = new Run(plan);
        try (EngineSteps runner = new EngineSteps(engine, builder, events, options, providers)) {
            run.carryOut(runner);
        }
    }

    /** One plan on its way. */
    private final class Run {
        private final Plan plan;
        private final Map<Integer, Progress> progress = new HashMap<>();
        private final List<PlanFailedException.Failure> failures = new ArrayList<>();
        private final AtomicBoolean stopped = new AtomicBoolean();

        Run(Plan plan) {
            this.plan = plan;
            plan.steps().forEach(step -> progress.put(step.id(), new Progress()));
        }

        void carryOut(EngineSteps runner) {
            List<Thread> threads = new ArrayList<>();
            for (Step step : plan.steps()) {
                threads.add(Thread.ofVirtual().name("step-" + step.id()).start(() -> attempt(step, runner)));
            }
            boolean interrupted = joinAll(threads);
            if (!failures.isEmpty()) {
                failures.sort(Comparator.comparingInt(failure -> failure.step().id()));
                throw new PlanFailedException(failures);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }

        private boolean joinAll(List<Thread> threads) {
            boolean interrupted = false;
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stopped.set(true);
                        threads.forEach(Thread::interrupt);
                    }
                }
            }
            return interrupted;
        }

        private void attempt(Step step, EngineSteps runner) {
            Progress own = progressOf(step.id());
            try {
                if (!predecessorsDone(step) || stopped.get()) {
                    return;
                }
                long begun = System.nanoTime();
                events.accept(new Event.StepStarted(step));
                ComposeException failure = null;
                String outcome = "";
                try {
                    outcome = runner.run(step);
                } catch (ComposeException e) {
                    failure = e;
                } catch (RuntimeException e) {
                    failure = new UnexpectedException(e);
                }
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                if (failure == null) {
                    own.succeeded = true;
                    events.accept(new Event.StepDone(step, took, outcome));
                } else if (!isCancellation(failure)) {
                    fail(step, took, failure);
                }
            } catch (InterruptedException e) {
                stopped.set(true);
            } finally {
                own.ended.countDown();
            }
        }

        private static boolean isCancellation(ComposeException failure) {
            return failure instanceof CancelledException || failure instanceof EngineException.Interrupted;
        }

        private void fail(Step step, Duration took, ComposeException failure) {
            stopped.set(true);
            synchronized (failures) {
                failures.add(new PlanFailedException.Failure(step, failure));
            }
            events.accept(new Event.StepFailed(step, took, failure));
        }

        private boolean predecessorsDone(Step step) throws InterruptedException {
            for (int id : step.dependsOn()) {
                Progress before = progressOf(id);
                before.ended.await();
                if (!before.succeeded) {
                    return false;
                }
            }
            return true;
        }

        private Progress progressOf(int id) {
            Progress found = progress.get(id);
            if (found == null) {
                throw new IllegalArgumentException("step #" + id + " is not in the plan");
            }
            return found;
        }
    }

    private static final class Progress {
        final CountDownLatch ended = new CountDownLatch(1);
        volatile boolean succeeded;
    }
}
