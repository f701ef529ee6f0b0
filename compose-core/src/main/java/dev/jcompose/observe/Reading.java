package dev.jcompose.observe;

import dev.jcompose.source.CancelledException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A call to the engine whose answer is waited for later. */
final class Reading<T> {
    private final FutureTask<T> task;

    private Reading(Supplier<T> call) {
        task = new FutureTask<>(call::get);
    }

    /** A call under way on a thread of its own. */
    static <T> Reading<T> begin(Supplier<T> call) {
        Reading<T> reading = new Reading<>(call);
        Thread.ofVirtual().name("observe").start(reading.task);
        return reading;
    }

    /** A call that is made now, by this thread. */
    static <T> Reading<T> now(Supplier<T> call) {
        Reading<T> reading = new Reading<>(call);
        reading.task.run();
        return reading;
    }

    /** The answer, or what went wrong. */
    T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
