package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.QuietProgress;
import dev.jcompose.terminal.Colour;
import dev.jcompose.terminal.Terminal.Stream;
import dev.jcompose.watch.WatchRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Watching for one project, which only one program at a time does; and what it says. */
final class Watching implements AutoCloseable {
    private static final String MARK = " ⦿ ";

    private final FileChannel lock;
    private final Display display;
    private final WatchRun run;

    private Watching(FileChannel lock, Display display, WatchRun run) {
        this.lock = lock;
        this.display = display;
        this.run = run;
    }

    /**
     * Reads what is to be watched and takes the lock.
     *
     * @throws UsageException
     *             if the project is being watched already
     */
    static Watching of(Session session, Project project, List<String> services, boolean prune, boolean quiet) {
        return of(session, project, services, prune, quiet, quiet ? new QuietProgress() : session.display(),
                session.out());
    }

    /** The same, showing all there. */
    static Watching of(Session session, Project project, List<String> services, boolean prune, boolean quiet,
            Display display, PrintStream out) {
        BuildOptions building = quiet ? BuildOptions.DEFAULTS.quietly() : BuildOptions.DEFAULTS;
        boolean coloured = session.ansi().colours(Stream.OUT);
        WatchRun run = new WatchRun(session.engine(), session.executor(display, null), project,
                new WatchRun.Options(services, prune, building), line -> {
                    out.println((coloured ? Colour.BRIGHT_GREEN.paint(MARK) : MARK) + line);
                    out.flush();
                });
        return new Watching(locked(session, project.name()), display, run);
    }

    private static FileChannel locked(Session session, String project) {
        String runtime = session.environment().getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = Path.of(runtime.isEmpty() ? System.getProperty("java.io.tmpdir") : runtime,
                "jcompose-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(project + ".watch"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new UsageException("project \"" + project + "\" is being watched already");
            }
            return channel;
        } catch (IOException e) {
            throw new UsageException("cannot lock project \"" + project + "\" in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Watches until the thread is interrupted. */
    void run() throws InterruptedException {
        run.run();
    }

    @Override
    public void close() {
        display.close();
        try {
            lock.close();
        } catch (IOException releasedWithTheProcess) {
            return;
        }
    }
}
