package dev.jcompose.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository on loopback, served by git itself, with what a test commits to it. */
public final class GitDaemon implements AutoCloseable {
    private final Path work;
    private final Process daemon;
    private final int port;

    public GitDaemon(Path folder) throws IOException, InterruptedException {
        work = Files.createDirectories(folder.resolve("shop"));
        git("init", "--quiet", "--initial-branch=main");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        daemon = new ProcessBuilder("git", "daemon", "--reuseaddr", "--listen=127.0.0.1", "--port=" + port,
                "--export-all", "--base-path=" + folder, folder.toString()).redirectErrorStream(true).start();
        awaitListening();
    }

    private void awaitListening() throws InterruptedException {
        while (daemon.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("git daemon does not start");
    }

    /** Where it is, without a ref. */
    public String address() {
        return "git://127.0.0.1:" + port + "/shop/.git";
    }

    /** Commits files; gives the commit. */
    public String commit(Map<String, String> files) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return commit();
    }

    /** Commits what is in the folder; gives the commit. */
    public String commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--allow-empty", "-m", "next");
        return git("rev-parse", "HEAD").strip();
    }

    /** The folder that commits are made from. */
    Path folder() {
        return work;
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", work.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Override
    public void close() {
        daemon.descendants().forEach(ProcessHandle::destroy);
        daemon.destroy();
        daemon.onExit().join();
    }
}
