package dev.jcompose.execute;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageProgress;
import dev.jcompose.engine.RegistryAuth;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import dev.jcompose.registry.Credentials;
import dev.jcompose.source.CancelledException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches, builds and sends images. */
final class ImageSteps {
    private final Engine engine;
    private final EventSink events;
    private final ImageBuilder builder;
    private final Credentials credentials;
    private final Semaphore transfers;

    ImageSteps(Engine engine, EventSink events, ImageBuilder builder, ExecuteOptions options) {
        this.engine = engine;
        this.events = events;
        this.builder = builder;
        this.credentials = Credentials.of(options.environment());
        this.transfers = new Semaphore(options.parallelLimit());
    }

    String pull(Step step, Action.PullImage pull) {
        return transfer(step, !pull.buildable(), "could not be pulled: ",
                () -> engine.images().pull(pull.name(), pull.platform(), auth(pull.name())));
    }

    String push(Step step, Action.PushImage push) {
        return transfer(step, push.required(), "could not be pushed: ",
                () -> engine.images().push(push.name(), push.platform(), auth(push.name())));
    }

    private @Nullable RegistryAuth auth(String image) {
        return credentials.forImage(image).orElse(null);
    }

    private String transfer(Step step, boolean required, String failed,
            Supplier<CloseableIterator<ImageProgress>> call) {
        try {
            transfers.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        AtomicBoolean moving = new AtomicBoolean();
        try {
            (required ? Retry.USUAL : Retry.NONE).run(() -> follow(step, call, moving), moving::get,
                    (reason, pause) -> events.accept(
                            new Event.StepProgress(step, "", "retrying in " + pause.toMillis() + " ms: " + reason, -1,
                                    -1)));
            return "";
        } catch (EngineException.Interrupted interrupted) {
            throw interrupted;
        } catch (EngineException failure) {
            if (required) {
                throw failure;
            }
            return failed + failure.reason();
        } finally {
            transfers.release();
        }
    }

    private void follow(Step step, Supplier<CloseableIterator<ImageProgress>> call, AtomicBoolean moving) {
        moving.set(false);
        try (CloseableIterator<ImageProgress> progress = call.get()) {
            while (progress.hasNext()) {
                ImageProgress message = progress.next();
                if (message.current() != null) {
                    moving.set(true);
                }
                events.accept(new Event.StepProgress(step, message.id(), message.status(), known(message.current()),
                        known(message.total())));
            }
        }
    }

    String build(Step step, Action.BuildImages build) {
        builder.build(build.project(), build.targets(), build.options(), new ImageBuilder.Sink() {
            @Override
            public void progress(String target, String part, String status) {
                events.accept(new Event.StepProgress(step, part, status, -1, -1));
            }

            @Override
            public void output(String target, String line) {
                events.accept(new Event.Output(step, line));
            }
        });
        return "";
    }

    private static long known(@Nullable Long count) {
        return count == null ? -1 : count;
    }
}
