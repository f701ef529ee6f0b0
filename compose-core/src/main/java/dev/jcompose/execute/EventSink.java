package dev.jcompose.execute;

/** Takes events as they happen. Called by several threads at once, never while the executor holds a lock. */
@FunctionalInterface
public interface EventSink {
    /** Must return soon and throw nothing. */
    void accept(Event event);
}
