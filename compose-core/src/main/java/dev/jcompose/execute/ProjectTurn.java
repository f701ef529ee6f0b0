package dev.jcompose.execute;

import dev.jcompose.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that two never change one project of one engine at the same time, be they commands, programs that use the
 * library, or threads of one: the second one waits. Safe for use by several threads; not from within work that has the
 * turn already, which would wait for itself.
 */
public final class ProjectTurn {
    private static final String UNIX = "unix://";
    private static final Set<String> ENDING = Set.of("down", "kill", "rm", "stop");

    private final Engine engine;
    private final Map<String, String> environment;
    private final Consumer<String> told;

    /**
     * Nothing is asked of the engine, and no file made, until there is work to do.
     *
     * @param environment
     *            of the user: {@code XDG_CACHE_HOME} and {@code HOME} say where lock files are kept
     * @param told
     *            who has the turn, where it must be waited for, and why others are not kept out where they cannot be
     */
    public ProjectTurn(Engine engine, Map<String, String> environment, Consumer<String> told) {
        this.engine = engine;
        this.environment = Map.copyOf(environment);
        this.told = told;
    }

    /**
     * Does some work on a project when it is nobody else's turn, and when the engine has done what commands before were
     * killed over.
     *
     * @param verb
     *            what is done, as commands are named: for those who wait, and because what ends containers does not wait
     *            for the end of those that are being stopped
     * @param work
     *            given the journal in which to note what is asked of the engine
     * @throws dev.jcompose.source.CancelledException
     *             if the thread is interrupted while it waits
     */
    public <T> T during(String verb, String project, Function<Journal, T> work) {
        return during(verb, project, null, (journal, untouched) -> work.apply(journal));
    }

    /**
     * The same for work that has looked at the engine before.
     *
     * @param glimpse
     *            taken before that look
     * @param work
     *            also told whether nobody can have changed the project since the glimpse, so that what was seen then holds
     */
    public <T> T during(String verb, String project, @Nullable Glimpse glimpse, BiFunction<Journal, Boolean, T> work) {
        try (ProjectLock lock = take(verb, project)) {
            if (lock == null) {
                return work.apply(Journal.NONE, false);
            }
            lock.settle(engine, ENDING.contains(verb));
            return work.apply(lock.journal(), glimpse != null && lock.isNextAfter(glimpse));
        }
    }

    /**
     * What tells later whether anybody has had the turn since. Asks nothing of the engine, and makes no file.
     *
     * @return nothing where somebody has it now, was broken off, or cannot be known of
     */
    public Optional<Glimpse> glimpse(String project) {
        return engine.isShared() && engine.address().startsWith(UNIX)
                ? ProjectLock.glimpse(folders().getFirst(), engineKey(), project)
                : Optional.empty();
    }

    /** Null where no folder can hold a lock: that is told, and no reason to do nothing. */
    private @Nullable ProjectLock take(String verb, String project) {
        Consumer<String> waiting = holder -> told.accept("waiting for " + holder + ", which is at work on project "
                + project);
        if (!engine.isShared()) {
            return ProjectLock.takeInProcess(engine.system().info().id(), project, waiting);
        }
        String self = "'" + verb + "' (process " + ProcessHandle.current().pid() + ")";
        String key = engineKey();
        ProjectLock.LockException failure = null;
        for (Path folder : folders()) {
            try {
                return ProjectLock.take(folder, key, project, self, waiting);
            } catch (ProjectLock.LockException notHere) {
                failure = notHere;
            }
        }
        told.accept("warning: " + (failure == null ? "no folder for locks" : failure.getMessage())
                + "; other commands on project " + project + " are not kept out");
        return null;
    }

    /** The user's own: folders that all may write to invite mischief. */
    private List<Path> folders() {
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
    private String engineKey() {
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
}
