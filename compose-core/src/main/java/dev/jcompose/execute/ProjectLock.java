package dev.jcompose.execute;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.Engine;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a project on an engine: one holder at a time, whether in this process or in another one of the
 * same user. It rests on a lock of a file, so that it ends with the process that holds it, however that ends. Released
 * by {@link #close()}; one instance is not for several threads, several instances are.
 */
public final class ProjectLock implements AutoCloseable {
    private static final int LONGEST_NAME = 100;

    /** The system gives locks of files to processes, and takes them back with the first channel that is closed. */
    private static final ConcurrentMap<String, Queue> IN_PROCESS = new ConcurrentHashMap<>();

    private final String key;
    private final Queue queue;
    private final @Nullable LockFile file;
    private final String project;
    private final @Nullable Glimpse found;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProjectLock(String key, Queue queue, @Nullable LockFile file, String project, @Nullable Glimpse found) {
        this.key = key;
        this.queue = queue;
        this.file = file;
        this.project = project;
        this.found = found;
    }

    /**
     * Waits until nobody else has the right, and takes it.
     *
     * @param folder
     *            where lock files are kept; made if it is not there
     * @param engine
     *            what tells the engine from others
     * @param project
     *            the project's name
     * @param self
     *            who takes it, in words, for those who wait
     * @param waiting
     *            told once who has it, in words, where it must be waited for
     * @throws LockException
     *             if there can be no lock file
     * @throws CancelledException
     *             if the thread is interrupted while it waits
     */
    public static ProjectLock take(Path folder, String engine, String project, String self,
            Consumer<String> waiting) {
        Path file = file(folder, engine, project);
        AtomicBoolean told = new AtomicBoolean();
        String key = file.toString();
        Queue queue = enter(key, holder -> {
            told.set(true);
            waiting.accept(holder);
        });
        try {
            Files.createDirectories(folder);
            LockFile locked = LockFile.lock(file, self, told.get() ? holder -> {} : waiting);
            return new ProjectLock(key, queue, locked, project, new Glimpse(file, locked.found()));
        } catch (IOException e) {
            leave(key, queue);
            throw new LockException(file, e);
        } catch (RuntimeException e) {
            leave(key, queue);
            throw e;
        }
    }

    /** What tells whether anybody had the right since; nothing where somebody has it, or cannot be known not to. */
    static Optional<Glimpse> glimpse(Path folder, String engine, String project) {
        Path file = file(folder, engine, project);
        return LockFile.untouched(file).map(text -> new Glimpse(file, text));
    }

    private static Path file(Path folder, String engine, String project) {
        return folder.resolve(project + "-" + fileName(engine) + ".lock").toAbsolutePath().normalize();
    }

    /** What is left of an engine's name where only letters, digits and dots count; long ones by their digest. */
    private static String fileName(String engine) {
        if (engine.length() > LONGEST_NAME) {
            return Sha256.of(engine);
        }
        StringBuilder name = new StringBuilder(engine);
        for (int at = 0; at < name.length(); at++) {
            if (!Character.isLetterOrDigit(name.charAt(at)) && name.charAt(at) != '.') {
                name.setCharAt(at, '_');
            }
        }
        return name.toString();
    }

    /** The right on an engine that other processes do not know: no file tells of it. */
    static ProjectLock takeInProcess(String engine, String project, Consumer<String> waiting) {
        String key = engine + " " + project;
        return new ProjectLock(key, enter(key, waiting), null, project, null);
    }

    /** Waits for the turn among the threads of this process. */
    private static Queue enter(String key, Consumer<String> waiting) {
        Queue queue = Objects.requireNonNull(IN_PROCESS.compute(key, (same, there) -> Queue.entered(there)));
        try {
            if (!queue.turn.tryAcquire()) {
                waiting.accept("another thread of this process");
                queue.turn.acquire();
            }
            return queue;
        } catch (InterruptedException e) {
            giveUp(key);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (RuntimeException e) {
            giveUp(key);
            throw e;
        }
    }

    /** Lets the next thread have its turn. */
    private static void leave(String key, Queue queue) {
        queue.turn.release();
        giveUp(key);
    }

    /** Stands in the queue no more. */
    private static void giveUp(String key) {
        IN_PROCESS.computeIfPresent(key, (same, there) -> there.left());
    }

    /** Whether nobody else has had the right since. */
    boolean isNextAfter(Glimpse glimpse) {
        return glimpse.equals(found);
    }

    /** Where to note what is asked of the engine while the lock is held. */
    public Journal journal() {
        return file == null ? Journal.NONE : file;
    }

    /**
     * Waits for what commands before, which were broken off, have left the engine to do: it cannot be seen until it is
     * done. Asks nothing of the engine where none was.
     *
     * @param ending
     *            whether what comes now is to end containers: then it need not wait until those have ended that are being
     *            stopped; whoever comes next will
     * @throws dev.jcompose.engine.EngineException
     *             if the engine does not answer
     */
    public void settle(Engine engine, boolean ending) {
        if (file == null) {
            return;
        }
        Aftermath aftermath = new Aftermath(engine, project);
        for (Journal.Request request : file.unanswered()) {
            if (ending && request.kind() == Journal.Kind.STOP_CONTAINER) {
                continue;
            }
            aftermath.await(request);
            file.answered(request);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                if (file != null) {
                    file.unlock();
                }
            } catch (IOException alreadyClosed) {
                // What is closed is not locked.
            } finally {
                leave(key, queue);
            }
        }
    }

    /** Threads that have the lock or wait for it; forgotten with the last of them. Counted by the map's own locking. */
    private static final class Queue {
        final Semaphore turn = new Semaphore(1, true);
        private int threads;

        static Queue entered(@Nullable Queue there) {
            Queue queue = there == null ? new Queue() : there;
            queue.threads++;
            return queue;
        }

        @Nullable
        Queue left() {
            threads--;
            return threads == 0 ? null : this;
        }
    }

    /** There can be no lock file. */
    public static final class LockException extends ComposeException {
        private static final long serialVersionUID = 1L;

        LockException(Path file, IOException cause) {
            super("cannot lock " + file + ": " + cause, cause);
        }
    }
}
