package dev.jcompose.progress;

import dev.jcompose.execute.Event;

/** Nothing. What fails is told at the end. */
public final class QuietProgress implements Display {
    @Override
    public void accept(Event event) {
        // Quiet.
    }

    @Override
    public void found(String subject, String state) {
        // Quiet.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
