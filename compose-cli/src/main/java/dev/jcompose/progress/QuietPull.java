package dev.jcompose.progress;

import dev.jcompose.execute.Event;
import dev.jcompose.plan.Action;

/** Shows all but how far images have been fetched. */
public final class QuietPull implements Display {
    private final Display display;

    /** Shows the rest there. */
    public QuietPull(Display display) {
        this.display = display;
    }

    @Override
    public void accept(Event event) {
        if (!(event instanceof Event.StepProgress progress && progress.step().action() instanceof Action.PullImage)) {
            display.accept(event);
        }
    }

    @Override
    public void found(String subject, String state) {
        display.found(subject, state);
    }

    @Override
    public void above(Runnable text) {
        display.above(text);
    }

    @Override
    public void close() {
        display.close();
    }
}
