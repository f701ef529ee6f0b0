package dev.jcompose.registry;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The registry that Debian has (package docker-registry), on loopback and with its data in a folder. */
public final class InstalledRegistry implements AutoCloseable {
    private final Process process;
    private final int port;

    private InstalledRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program: on the path, or where the engine for development keeps what it unpacked. */
    public static Optional<Path> find() {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            places.add(Path.of(folder, "docker-registry"));
            places.add(Path.of(folder).resolveSibling("tree").resolve("distro/usr/bin/docker-registry"));
        }
        return places.stream().filter(Files::isExecutable).findFirst();
    }

    /**
     * Starts it.
     *
     * @param users
     *            a file of names and passwords as htpasswd writes it; empty for none
     * @param certificate
     *            with which it encrypts; empty for not at all
     */
    public static InstalledRegistry start(Path program, Path folder, Optional<Path> users,
            Optional<LoopbackCertificate> certificate) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String auth = users.map(file -> "auth: {htpasswd: {realm: test, path: \"" + file + "\"}}\n").orElse("");
        String tls = certificate.map(
                each -> ", tls: {certificate: \"" + each.certificate() + "\", key: \"" + each.key() + "\"}").orElse("");
        Path configuration = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                log: {level: error, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: "%s"}}
                %shttp: {addr: "127.0.0.1:%d", secret: test%s}
                """.formatted(folder.resolve("data"), auth, port, tls));
        Process process = new ProcessBuilder(program.toString(), "serve", configuration.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("registry.log").toFile()).start();
        InstalledRegistry registry = new InstalledRegistry(process, port);
        registry.awaitListening(folder);
        return registry;
    }

    private void awaitListening(Path folder) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("registry.log")));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
