package dev.jcompose.pty;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A pseudo-terminal with a program at it. What the program prints is gathered from its start on. */
public final class PseudoTerminal implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final PtyProcess process;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private boolean ended;

    private PseudoTerminal(PtyProcess process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("pseudo-terminal").start(this::gather);
    }

    /**
     * Starts a program at a terminal of 100 columns and 30 rows.
     *
     * @param environment
     *            besides this process's own
     */
    public static PseudoTerminal start(Path folder, Map<String, String> environment, List<String> words)
            throws IOException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("TERM", "xterm-256color");
        all.putAll(environment);
        return new PseudoTerminal(new PtyProcessBuilder(words.toArray(String[]::new)).setDirectory(folder.toString())
                .setEnvironment(all).setInitialColumns(100).setInitialRows(30).start());
    }

    private void gather() {
        byte[] chunk = new byte[8192];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                add(chunk, count);
            }
        } catch (IOException terminalClosed) {
            // All has been read.
        } finally {
            add(chunk, -1);
        }
    }

    private void add(byte[] chunk, int count) {
        lock.lock();
        try {
            if (count < 0) {
                ended = true;
            } else {
                printed.write(chunk, 0, count);
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** All that was printed so far. */
    public String printed() {
        lock.lock();
        try {
            return printed.toString(StandardCharsets.UTF_8);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a text.
     *
     * @param from
     *            what was printed before this many characters does not count
     * @return how many characters were printed up to the text's end
     * @throws AssertionError
     *             if the program ends without it, or takes too long
     */
    public int await(String text, int from) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        lock.lock();
        try {
            while (true) {
                int at = printed().indexOf(text, from);
                if (at >= 0) {
                    return at + text.length();
                }
                if (ended || more.awaitNanos(end - System.nanoTime()) <= 0) {
                    throw new AssertionError("no \"" + text + "\" was printed, but: " + printed().substring(from));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Types, as keys send it. */
    public void type(String keys) throws IOException {
        OutputStream out = process.getOutputStream();
        out.write(keys.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Makes the window another size. */
    public void resize(int columns, int rows) {
        process.setWinSize(new WinSize(columns, rows));
    }

    /** The program that was started. */
    public ProcessHandle program() {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    /** The window goes, and with it the program. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
            process.getInputStream().close();
        } catch (IOException gone) {
            return;
        }
    }
}
