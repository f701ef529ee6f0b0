package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection over a socket channel: Unix domain or TCP. Interrupting a thread that waits on it closes it. */
final class ChannelConnection implements Connection {
    private final SocketChannel channel;
    private final InputStream in = new Input();
    private final OutputStream out = new Output();

    private ChannelConnection(SocketChannel channel) {
        this.channel = channel;
    }

    static ChannelConnection open(SocketAddress address) throws IOException {
        return new ChannelConnection(SocketChannel.open(address));
    }

    /** Over TCP. */
    static ChannelConnection open(Route route) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            route.connect(channel.socket());
            return new ChannelConnection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Not {@code Channels.newInputStream}: that one keeps a lock which a thread that writes would wait for. */
    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }
}
