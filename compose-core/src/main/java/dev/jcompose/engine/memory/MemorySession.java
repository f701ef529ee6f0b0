package dev.jcompose.engine.memory;

import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Output from a feed, input to whoever takes it. */
final class MemorySession implements Session {
    private final World world;
    private final Feed<Frame> feed;
    private final Consumer<String> input;
    private final Runnable inputEnd;

    MemorySession(World world, Feed<Frame> feed, Consumer<String> input, Runnable inputEnd) {
        this.world = world;
        this.feed = feed;
        this.input = input;
        this.inputEnd = inputEnd;
    }

    @Override
    public boolean hasNext() {
        return feed.hasNext();
    }

    @Override
    public Frame next() {
        return feed.next();
    }

    @Override
    public void close() {
        feed.close();
    }

    @Override
    public OutputStream stdin() {
        return new OutputStream() {
            private boolean ended;

            @Override
            public void write(int b) {
                write(new byte[]{(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                synchronized (world) {
                    input.accept(new String(bytes, offset, length, StandardCharsets.UTF_8));
                }
            }

            @Override
            public void close() {
                synchronized (world) {
                    if (!ended) {
                        ended = true;
                        inputEnd.run();
                    }
                }
            }
        };
    }
}
