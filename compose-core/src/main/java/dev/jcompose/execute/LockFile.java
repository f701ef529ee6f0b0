package dev.jcompose.execute;

import dev.jcompose.source.CancelledException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file that one process at a time has locked. Its first line says who has it; after that each line is something that
 * was asked of the engine ({@code +}) or answered ({@code -}). The lines stay when the process ends, however it ends; the
 * last one says that it gave the lock back ({@code =}), with a number that is another each time.
 */
final class LockFile implements Journal {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int LONGEST = 1 << 20;
    private static final String ASKED = "+";
    private static final String ANSWERED = "-";
    private static final String GIVEN_BACK = "=";
    /** Beyond the text, so that it can be read. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** Not its channel, which an interruption would close, and the lock with it. */
    private final RandomAccessFile file;
    private final Set<Request> unanswered;
    private final String found;

    private LockFile(RandomAccessFile file, String found) {
        this.file = file;
        this.found = found;
        this.unanswered = unanswered(found);
    }

    /**
     * What the file says while nobody has it: if it says the same to who locks it, nobody has had it in between.
     *
     * @return nothing where somebody may have it, or has been broken off
     */
    static Optional<String> untouched(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            String text = text(file);
            boolean givenBack = text.endsWith("\n")
                    && text.startsWith(GIVEN_BACK, text.lastIndexOf('\n', text.length() - 2) + 1);
            return givenBack && unanswered(text).isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What the file said when it was locked. */
    String found() {
        return found;
    }

    /**
     * Waits until nobody else has it.
     *
     * @param waiting
     *            told once who has it
     */
    static LockFile lock(Path path, String self, Consumer<String> waiting) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock(LOCKED, 1, false);
            if (lock == null) {
                waiting.accept(holder(file));
            }
            while (lock == null) {
                Thread.sleep(LOOK_AGAIN);
                lock = file.getChannel().tryLock(LOCKED, 1, false);
            }
            LockFile locked = new LockFile(file, text(file));
            locked.begin(self);
            return locked;
        } catch (InterruptedException e) {
            file.close();
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What those before have asked for and not heard of. */
    synchronized List<Request> unanswered() {
        return List.copyOf(unanswered);
    }

    @Override
    public synchronized void asked(Request request) {
        if (unanswered.add(request)) {
            append(ASKED + request.text() + "\n");
        }
    }

    @Override
    public synchronized void answered(Request request) {
        if (unanswered.remove(request)) {
            append(ANSWERED + request.text() + "\n");
        }
    }

    synchronized void unlock() throws IOException {
        append(GIVEN_BACK + System.nanoTime() + "\n");
        file.close(); // With it, the lock is gone.
    }

    /** What is still unanswered is written again before anything else. */
    private void begin(String self) throws IOException {
        StringBuilder text = new StringBuilder(self.replace('\n', ' ')).append('\n');
        unanswered.forEach(request -> text.append(ASKED).append(request.text()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        file.seek(0);
        file.write(bytes);
        file.setLength(bytes.length);
    }

    private void append(String line) {
        try {
            file.seek(file.length());
            file.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            // A note is a help for whoever comes after a crash: no reason to fail before one.
            return;
        }
    }

    private static String holder(RandomAccessFile file) throws IOException {
        return text(file).lines().findFirst().filter(line -> !line.isBlank()).orElse("another command");
    }

    private static Set<Request> unanswered(String text) {
        Set<Request> open = new LinkedHashSet<>();
        text.lines().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            List<Request> request = Request.parse(line.substring(1));
            if (line.startsWith(ASKED)) {
                open.addAll(request);
            } else {
                request.forEach(open::remove);
            }
        });
        return open;
    }

    private static String text(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(LONGEST, file.length())];
        int read = 0;
        file.seek(0);
        for (int more = 0; more >= 0 && read < bytes.length; read += Math.max(0, more)) {
            more = file.read(bytes, read, bytes.length - read);
        }
        return new String(bytes, 0, read, StandardCharsets.UTF_8);
    }
}
