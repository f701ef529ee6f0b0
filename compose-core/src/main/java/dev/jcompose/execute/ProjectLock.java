package dev.jcompose.execute;

import dev.jcompose.digest.Sha256;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int KEY_DIGITS = 12;
    private static final int LONGEST_HOLDER = 500;
    /** Beyond the text that tells who holds the lock, so that it can be read. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** The system gives locks of files to processes, and takes them back with the first channel that is closed. */
    private static final ConcurrentMap<Path, Semaphore> IN_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore inProcess;
    private final FileLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProjectLock(Semaphore inProcess, FileLock lock) {
        this.inProcess = inProcess;
        this.lock = lock;
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
            return new ProjectLock(inProcess, lock(file, self, told ? holder -> {} : waiting));
        } catch (IOException e) {
            inProcess.release();
            throw new LockException(file, e);
        } catch (RuntimeException e) {
            inProcess.release();
            throw e;
        }
    }

    private static FileLock lock(Path file, String self, Consumer<String> waiting) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            if (lock == null) {
                waiting.accept(holder(channel));
            }
            while (lock == null) {
                Thread.sleep(LOOK_AGAIN);
                lock = channel.tryLock(LOCKED, 1, false);
            }
            channel.truncate(0).write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)), 0);
            return lock;
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "another command" : holder;
    }

    private static void acquire(Semaphore semaphore) {
        try {
            semaphore.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                lock.acquiredBy().close();
            } catch (IOException alreadyClosed) {
                // With the channel, the lock is gone.
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
