package dev.jcompose.execute;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.Engine;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The right to change a project on an engine: one holder at a time, whether in this process or in another one of the
 * same user. It rests on a lock of a file, so that it ends with the process that holds it, however that ends. Released
 * by {@link #close()}; one instance is not for several threads, several instances are.
 */
public final class ProjectLock implements AutoCloseable {
    private static final int KEY_DIGITS = 12;

    /** The system gives locks of files to processes, and takes them back with the first channel that is closed. */
    private static final ConcurrentMap<Path, Semaphore> IN_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore inProcess;
    private final LockFile file;
    private final String project;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProjectLock(Semaphore inProcess, LockFile file, String project) {
        this.inProcess = inProcess;
        this.file = file;
        this.project = project;
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
        Path file = folder.resolve(project + "-" + Sha256.of(engine).substring(0, KEY_DIGITS) + ".lock")
                .toAbsolutePath().normalize();
        Semaphore inProcess = IN_PROCESS.computeIfAbsent(file, key -> new Semaphore(1, true));
        boolean told = !inProcess.tryAcquire();
        if (told) {
            waiting.accept("another thread of this process");
            acquire(inProcess);
        }
        try {
            Files.createDirectories(folder);
            LockFile locked = LockFile.lock(file, self, told ? holder -> {} : waiting);
            return new ProjectLock(inProcess, locked, project);
        } catch (IOException e) {
            inProcess.release();
            throw new LockException(file, e);
        } catch (RuntimeException e) {
            inProcess.release();
            throw e;
        }
    }

    private static void acquire(Semaphore semaphore) {
        try {
            semaphore.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Where to note what is asked of the engine while the lock is held. */
    public Journal journal() {
        return file;
    }

    /**
     * Waits for what commands before, which were broken off, have left the engine to do: it cannot be seen until it is
     * done. Asks nothing of the engine where none was.
     *
     * @throws dev.jcompose.engine.EngineException
     *             if the engine does not answer
     */
    public void settle(Engine engine) {
        Aftermath aftermath = new Aftermath(engine, project);
        for (Journal.Request request : file.unanswered()) {
            aftermath.await(request);
            file.answered(request);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                file.unlock();
            } catch (IOException alreadyClosed) {
                // What is closed is not locked.
            } finally {
                inProcess.release();
            }
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
