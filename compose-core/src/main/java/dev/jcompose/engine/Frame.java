package dev.jcompose.engine;

/** Some bytes that a process wrote. They are the receiver's: nobody else keeps or changes them. */
public final class Frame {
    private final Channel channel;
    private final byte[] bytes;

    private Frame(Channel channel, byte[] bytes) {
        this.channel = channel;
        this.bytes = bytes;
    }

    /** A frame that takes over the bytes. */
    public static Frame of(Channel channel, byte[] bytes) {
        return new Frame(channel, bytes);
    }

    /** Which stream it was written to. */
    public Channel channel() {
        return channel;
    }

    /** What was written: any number of bytes, cut anywhere. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a process writes to. */
    public enum Channel {
        STDOUT, STDERR
    }
}
