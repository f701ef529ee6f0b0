package dev.jcompose.execute;

import dev.jcompose.engine.EngineException;
import dev.jcompose.source.CancelledException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Does again what failed for a reason that may pass: a registry that is overloaded, or gone for a moment.
 *
 * @param pauses
 *            how long to wait before each further attempt
 */
record Retry(List<Duration> pauses) {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** What need not succeed is tried once. */
    static final Retry NONE = new Retry(List.of());
    /** Three more attempts within four seconds. */
    static final Retry USUAL = new Retry(
            List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofMillis(2500)));

    /**
     * Runs it until it succeeds, fails for good, or there are no attempts left.
     *
     * @param underWay
     *            whether it had got so far that what broke it off may be a lost connection
     * @param telling
     *            told the reason and the pause before each further attempt
     */
    void run(Runnable work, BooleanSupplier underWay, BiConsumer<String, Duration> telling) {
        for (Duration pause : pauses) {
            try {
                work.run();
                return;
            } catch (EngineException.Rejected failure) {
                if (!mayPass(failure, underWay.getAsBoolean())) {
                    throw failure;
                }
                telling.accept(failure.reason(), pause);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
        work.run();
    }

    /** What fails once the engine has begun to answer has no status. */
    private static boolean mayPass(EngineException.Rejected failure, boolean underWay) {
        return failure.status() == 0
                ? underWay
                : failure.status() == TOO_MANY_REQUESTS || failure.status() >= SERVER_ERROR;
    }
}
