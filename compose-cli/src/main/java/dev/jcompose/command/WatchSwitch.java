package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.progress.PlainProgress;
import dev.jcompose.run.Foreground;
import dev.jcompose.source.ComposeException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watching beside the output of containers, which can be turned on and off. */
final class WatchSwitch implements AutoCloseable {
    private final Session session;
    private final Project project;
    private final List<String> services;
    private final boolean quietBuild;
    private final PrintStream out;
    private final PrintStream err;
    private final Foreground foreground;
    private @Nullable Thread watcher;

    /** Off. */
    WatchSwitch(Session session, Project project, List<String> services, boolean quietBuild, PrintStream out,
            PrintStream err, Foreground foreground) {
        this.session = session;
        this.project = project;
        this.services = services;
        this.quietBuild = quietBuild;
        this.out = out;
        this.err = err;
        this.foreground = foreground;
    }

    /** Turns it on or off; whether it is on now. */
    synchronized boolean toggle() {
        if (isOn()) {
            close();
            return false;
        }
        try {
            Watching watching = Watching.of(session, project, services, true, quietBuild, new PlainProgress(err), out);
            foreground.stay(true);
            watcher = Thread.ofPlatform().daemon().name("watch").start(() -> watch(watching));
            return true;
        } catch (ComposeException e) {
            err.println(e.getMessage());
            return false;
        }
    }

    private void watch(Watching watching) {
        try (watching) {
            watching.run();
        } catch (InterruptedException turnedOff) {
            return;
        } catch (ComposeException e) {
            err.println(e.getMessage());
        }
    }

    private boolean isOn() {
        Thread running = watcher;
        return running != null && running.isAlive();
    }

    @Override
    public synchronized void close() {
        Thread running = watcher;
        if (running != null) {
            watcher = null;
            running.interrupt();
            try {
                running.join(5000);
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
            foreground.stay(false);
        }
    }
}
