package dev.jcompose.run;

import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Carries bytes between a process in a container and streams of ours, until the process has said all. */
final class Conversation {
    private static final int CHUNK = 64 << 10;

    private Conversation() {
    }

    /** Returns when the process's output has ended and been written. */
    static void hold(Session session, Streams streams) {
        InputStream in = streams.in();
        if (in != null) {
            Thread.ofPlatform().daemon().name("stdin").start(() -> send(in, session));
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
        }
    }

    /** A process that does not read its input to the end has had enough of it: that is no failure. */
    private static void send(InputStream in, Session session) {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream stdin = session.stdin()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                stdin.write(chunk, 0, read);
                stdin.flush();
            }
        } catch (IOException processHasGone) {
            return;
        }
    }
}
