package dev.jcompose.command;

import dev.jcompose.engine.Engine;
import dev.jcompose.execute.Journal;
import dev.jcompose.execute.ProjectLock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sees to it that two commands never change one project of one engine at the same time: the second one waits. */
final class Exclusion {
    private static final String UNIX = "unix://";

    private Exclusion() {
    }

    /** Does some work on a project when it is nobody else's turn. */
    static <T> T during(Session session, String project, Supplier<T> work) {
        try (ProjectLock lock = take(session, project)) {
            if (lock != null) {
                session.noteIn(lock.journal());
                lock.settle(session.engine());
            }
            return work.get();
        } finally {
            session.noteIn(Journal.NONE);
        }
    }

    /** As {@link #during(Session, String, Supplier)}, for work that gives nothing. */
    static void during(Session session, String project, Runnable work) {
        during(session, project, () -> {
            work.run();
            return project;
        });
    }

    /** Null where no folder can hold a lock: that is told, and no reason to do nothing. */
    private static @Nullable ProjectLock take(Session session, String project) {
        String self = "'" + session.command() + "' (process " + ProcessHandle.current().pid() + ")";
        String engine = engineKey(session.engine());
        ProjectLock.LockException failure = null;
        for (Path folder : folders(session.environment())) {
            try {
                return ProjectLock.take(folder, engine, project, self, holder -> tell(session.err(),
                        "waiting for " + holder + ", which is at work on project " + project));
            } catch (ProjectLock.LockException notHere) {
                failure = notHere;
            }
        }
        tell(session.err(), "warning: " + (failure == null ? "no folder for locks" : failure.getMessage())
                + "; other commands on project " + project + " are not kept out");
        return null;
    }

    /** The user's own: folders that all may write to invite mischief. */
    private static List<Path> folders(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        if (!cache.isEmpty()) {
            folders.add(Path.of(cache, "jcompose", "locks"));
        }
        if (!home.isEmpty()) {
            folders.add(Path.of(home, ".cache", "jcompose", "locks"));
        }
        folders.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp"),
                "jcompose-" + System.getProperty("user.name", "user"), "locks"));
        return folders;
    }

    /** One engine may be reached under several addresses; a socket of this machine is known by its own path. */
    private static String engineKey(Engine engine) {
        String address = engine.address();
        if (!address.startsWith(UNIX)) {
            return engine.system().info().id();
        }
        try {
            return UNIX + Path.of(address.substring(UNIX.length())).toRealPath();
        } catch (IOException gone) {
            return address;
        }
    }

    private static void tell(PrintStream err, String text) {
        err.println(text);
        err.flush();
    }
}
