package dev.jcompose.execute;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is carried out.
 *
 * @param parallelLimit
 *            engine calls at once, at least 1
 * @param awaitTimeout
 *            how long a service may take to become what others wait for; null for as long as it takes
 * @param environment
 *            of programs that are started: builders and providers
 * @param journal
 *            told of what the engine is asked to make
 */
public record ExecuteOptions(int parallelLimit, @Nullable Duration awaitTimeout, Map<String, String> environment,
        Journal journal) {
    /** Eight calls at once fill an engine on two cores; more make it slower. */
    public static final int USUAL_LIMIT = 8;

    /** The usual limit, no deadline, no environment. */
    public static final ExecuteOptions DEFAULTS = new ExecuteOptions(USUAL_LIMIT, null, Map.of());

    public ExecuteOptions {
        parallelLimit = Math.max(1, parallelLimit);
        environment = Map.copyOf(environment);
    }

    /** Without a journal. */
    public ExecuteOptions(int parallelLimit, @Nullable Duration awaitTimeout, Map<String, String> environment) {
        this(parallelLimit, awaitTimeout, environment, Journal.NONE);
    }

    /** The same with another journal. */
    public ExecuteOptions withJournal(Journal other) {
        return new ExecuteOptions(parallelLimit, awaitTimeout, environment, other);
    }
}
