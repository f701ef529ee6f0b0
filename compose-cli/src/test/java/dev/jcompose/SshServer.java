package dev.jcompose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An OpenSSH server on this machine with keys and a configuration of its own, whose users find a {@code docker} there,
 * and the {@code ssh} of somebody who may log in.
 */
final class SshServer implements AutoCloseable {
    private static final Path SEPARATION = Path.of("/run/sshd");
    private static final long PATIENCE = 30_000_000_000L;

    final int port;
    private final Path folder;
    private final Process server;
    private final boolean madeSeparation;

    private SshServer(Path folder, int port, Process server, boolean madeSeparation) {
        this.folder = folder;
        this.port = port;
        this.server = server;
        this.madeSeparation = madeSeparation;
    }

    /** Starts it; where there is no OpenSSH or no docker command, the test is skipped. */
    static SshServer start(Path folder) throws IOException, InterruptedException {
        Path daemon = found("sshd");
        Path client = found("ssh");
        Path docker = found("docker");
        boolean made = !Files.exists(SEPARATION) && Files.isWritable(SEPARATION.getParent());
        if (made) {
            Files.createDirectory(SEPARATION);
        }
        int port = freePort();
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path far = Files.createDirectory(folder.resolve("far"));
        for (String key : List.of("host", "mine", "strange")) {
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("mine.pub"), folder.resolve("authorized"));
        Files.writeString(folder.resolve("known"), "[127.0.0.1]:" + port + " "
                + Files.readString(folder.resolve("host.pub")));
        script(far.resolve("docker"), "DOCKER_HOST='" + System.getenv().getOrDefault("DOCKER_HOST", "") + "' PATH='"
                + System.getenv("PATH") + "' exec " + docker + " \"$@\"");
        Files.writeString(folder.resolve("server"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                PidFile %2$s/pid
                AuthorizedKeysFile %2$s/authorized
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                SetEnv PATH=%2$s/far
                MaxStartups 200
                """.formatted(port, folder));
        Process server = new ProcessBuilder(daemon.toString(), "-D", "-e", "-f", folder.resolve("server").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        SshServer started = new SshServer(folder, port, server, made);
        script(bin.resolve("ssh"), "exec " + client + " -F " + folder.resolve("client") + " \"$@\"");
        started.identify("mine", "known");
        started.awaitListening();
        return started;
    }

    /** From now on the user has this key, and knows the hosts of this file. */
    void identify(String key, String knownHosts) throws IOException {
        Files.writeString(folder.resolve("client"), """
                Host *
                  BatchMode yes
                  IdentitiesOnly yes
                  IdentityFile %1$s/%2$s
                  UserKnownHostsFile %1$s/%3$s
                  GlobalKnownHostsFile /dev/null
                  StrictHostKeyChecking yes
                """.formatted(folder, key, knownHosts));
    }

    /** From now on there is no docker command over there. */
    void forgetDocker() throws IOException {
        Files.delete(folder.resolve("far/docker"));
    }

    /** Variables of a user's process. */
    Map<String, String> environment(int toPort) {
        return Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"), "DOCKER_HOST",
                "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + toPort);
    }

    /** From now on nobody listens. */
    void stop() {
        server.destroy();
        server.onExit().join();
    }

    @Override
    public void close() throws IOException {
        stop();
        if (madeSeparation) {
            Files.deleteIfExists(SEPARATION);
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE; System.nanoTime() < end;) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException notYet) {
                boolean gone = server.waitFor(50, TimeUnit.MILLISECONDS);
                assumeTrue(!gone, () -> "needs an OpenSSH server that starts: " + log());
            }
        }
        throw new AssertionError("the OpenSSH server does not listen: " + log());
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "";
        }
    }

    private static Path found(String program) {
        Path found = Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(found != null, "needs the program " + program);
        return java.util.Objects.requireNonNull(found);
    }

    private static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(process.waitFor() == 0, () -> words[0] + ": " + said);
    }
}
