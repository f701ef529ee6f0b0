package dev.jcompose.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection through the user's ssh to the docker command on another machine, which passes it on to its engine. */
final class SshConnection implements Connection {
    private static final int LAST_WORDS_SECONDS = 5;
    private static final int MOST_WORDS = 16 * 1024;

    private final java.lang.Process ssh;
    private final InputStream in;

    private SshConnection(java.lang.Process ssh) {
        this.ssh = ssh;
        this.in = new Answers(ssh);
    }

    /** What ssh, or the docker command over there, says about why there is no connection. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    static SshConnection open(URI address) throws IOException {
        try {
            return new SshConnection(new ProcessBuilder(command(address)).start());
        } catch (IOException missing) {
            throw new Failure("cannot run ssh: " + missing.getMessage());
        }
    }

    /** What is run for an address: {@code ssh://user@host:port/path/to/socket}. */
    static List<String> command(URI address) {
        List<String> command = new ArrayList<>(List.of("ssh", "-o", "ConnectTimeout=30", "-T"));
        if (address.getUserInfo() != null) {
            command.addAll(List.of("-l", address.getUserInfo()));
        }
        if (address.getPort() > 0) {
            command.addAll(List.of("-p", Integer.toString(address.getPort())));
        }
        command.addAll(List.of("--", String.valueOf(address.getHost()), "docker"));
        String socket = address.getPath();
        if (socket != null && socket.length() > 1) {
            command.addAll(List.of("--host", "unix://" + socket));
        }
        command.addAll(List.of("system", "dial-stdio"));
        return command;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return ssh.getOutputStream();
    }

    @Override
    public void endOutput() throws IOException {
        ssh.getOutputStream().close();
    }

    @Override
    public void close() {
        ssh.destroy();
    }

    /** Where ssh ends without a byte of an answer, its own words say why. */
    private static final class Answers extends FilterInputStream {
        private final java.lang.Process ssh;
        private final CompletableFuture<String> words;
        private boolean begun;

        Answers(java.lang.Process ssh) {
            super(ssh.getInputStream());
            this.ssh = ssh;
            this.words = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("jcompose-ssh").start(this::listen);
        }

        private void listen() {
            try (InputStream err = ssh.getErrorStream()) {
                String text = new String(err.readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
                words.complete(text);
                err.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                words.complete("");
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                begun = true;
            } else if (count < 0 && !begun) {
                throw new Failure("ssh: " + said());
            }
            return count;
        }

        private String said() {
            try {
                String text = words.get(LAST_WORDS_SECONDS, TimeUnit.SECONDS).strip();
                return text.isEmpty() ? "ended without a word" : text.lines().reduce((a, b) -> b).orElse(text);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "ended";
            } catch (ExecutionException | TimeoutException silent) {
                return "ended without a word";
            }
        }
    }
}
