package dev.jcompose.execute;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageProgress;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import org.jspecify.annotations.Nullable;

/** Fetches and builds images. */
final class ImageSteps {
    private final Engine engine;
    private final EventSink events;
    private final ImageBuilder builder;

    ImageSteps(Engine engine, EventSink events, ImageBuilder builder) {
        this.engine = engine;
        this.events = events;
        this.builder = builder;
    }

    String pull(Step step, Action.PullImage pull) {
        try (CloseableIterator<ImageProgress> progress = engine.images().pull(pull.name(), pull.platform(), null)) {
            while (progress.hasNext()) {
                ImageProgress message = progress.next();
                events.accept(new Event.StepProgress(step, message.id(), message.status(), known(message.current()),
                        known(message.total())));
            }
            return "";
        } catch (EngineException.Interrupted interrupted) {
            throw interrupted;
        } catch (EngineException failure) {
            if (pull.buildable()) {
                return "could not be pulled, is to be built: " + failure.reason();
            }
            throw failure;
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
