package dev.jcompose.run;

import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Carries bytes between a process in a container and streams of ours, until the process has said all. */
final class Conversation {
    private static final int CHUNK = 64 << 10;

    private Conversation() {
    }

    /**
     * Returns when the process's output has ended and been written, or the user has left.
     *
     * @param detachKeys
     *            that end the conversation alone; null for none
     * @return whether the user has left
     */
    static boolean hold(Session session, Streams streams, @Nullable Keys detachKeys) {
        AtomicBoolean left = new AtomicBoolean();
        InputStream in = streams.in();
        if (in != null) {
            Thread.ofPlatform().daemon().name("stdin").start(() -> send(in, session, detachKeys, left));
        }
        try {
            while (session.hasNext()) {
                Frame frame = session.next();
                OutputStream target = frame.channel() == Frame.Channel.STDERR ? streams.err() : streams.out();
                target.write(frame.bytes());
                target.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (!left.get()) {
                throw e;
            }
        }
        return left.get();
    }

    /** A process that does not read its input to the end has had enough of it: that is no failure. */
    private static void send(InputStream in, Session session, @Nullable Keys detachKeys, AtomicBoolean left) {
        Keys.Watch keys = detachKeys == null ? null : detachKeys.watch();
        byte[] chunk = new byte[CHUNK];
        try (OutputStream stdin = session.stdin()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (keys == null) {
                    stdin.write(chunk, 0, read);
                } else {
                    stdin.write(keys.pass(chunk, read));
                    if (keys.seen()) {
                        left.set(true);
                        session.close();
                        return;
                    }
                }
                stdin.flush();
            }
        } catch (IOException processHasGone) {
            return;
        }
    }
}
