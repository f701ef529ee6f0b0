package dev.jcompose.execute;

import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.observe.Observation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports on which processes of the engine's machine listen, as far as that is this machine and it tells. */
final class HostPorts {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";
    /** What an address of version 4 begins with in the table of version 6. */
    private static final String MAPPED = "0000000000000000FFFF0000";
    private static final int HEXADECIMAL = 16;

    private final List<Listener> listeners;

    private record Listener(String address, int port, String protocol, String inode) {}

    private HostPorts(List<Listener> listeners) {
        this.listeners = listeners;
    }

    /** Reads the kernel's tables; none where the engine is elsewhere, or its networks are not those seen here. */
    static HostPorts read(String engine, Observation seen) {
        List<Listener> listeners = new ArrayList<>();
        if (engine.startsWith("unix:") && seesBridgeOf(seen)) {
            for (String protocol : List.of("tcp", "udp")) {
                read(listeners, PROC.resolve("net").resolve(protocol), protocol);
                read(listeners, PROC.resolve("net").resolve(protocol + "6"), protocol);
            }
        }
        return new HostPorts(listeners);
    }

    /** Who listens where it would be in the way. */
    Optional<String> holder(String address, int port, String protocol) {
        return listeners.stream().filter(listener -> listener.port == port && listener.protocol.equals(protocol)
                && overlap(address, listener.address)).findFirst().map(listener -> process(listener.inode));
    }

    /** Whether two addresses of this machine have one in common; the empty text stands for all. */
    static boolean overlap(String first, String second) {
        if (first.equals(second) || first.isEmpty() || second.isEmpty()) {
            return true;
        }
        boolean sameFamily = first.contains(":") == second.contains(":");
        return sameFamily && (isAny(first) || isAny(second));
    }

    private static boolean isAny(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    /** In a container of its own, this process would see other ports than the engine's. */
    private static boolean seesBridgeOf(Observation seen) {
        try {
            String devices = Files.readString(PROC.resolve("net/dev"), StandardCharsets.US_ASCII);
            return seen.networks().stream().filter(network -> network.name().equals("bridge"))
                    .map(HostPorts::bridge).anyMatch(bridge -> devices.contains(bridge + ":"));
        } catch (IOException notLinux) {
            return false;
        }
    }

    private static String bridge(NetworkDetails network) {
        return network.options().getOrDefault("com.docker.network.bridge.name", "docker0");
    }

    private static void read(List<Listener> listeners, Path table, String protocol) {
        String wanted = protocol.equals("tcp") ? LISTENING : UNCONNECTED;
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 9 && columns[3].equals(wanted) && columns[1].contains(":")) {
                    String[] local = columns[1].split(":", -1);
                    listeners.add(new Listener(address(local[0]), Integer.parseInt(local[1], HEXADECIMAL), protocol,
                            columns[9]));
                }
            }
        } catch (IOException | NumberFormatException notReadable) {
            return;
        }
    }

    /** The kernel writes an address's bytes last first; of those of version 6, only the one for all is told apart. */
    private static String address(String hexadecimal) {
        if (hexadecimal.startsWith(MAPPED)) {
            return address(hexadecimal.substring(MAPPED.length()));
        }
        if (hexadecimal.length() != 8) {
            return hexadecimal.chars().allMatch(c -> c == '0') ? "::" : "::" + hexadecimal;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 6; i >= 0; i -= 2) {
            text.append(Integer.parseInt(hexadecimal.substring(i, i + 2), HEXADECIMAL)).append(i == 0 ? "" : ".");
        }
        return text.toString();
    }

    private static String process(String inode) {
        String socket = "socket:[" + inode + "]";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    return "process " + process.getFileName() + " (" + Files
                            .readString(process.resolve("comm"), StandardCharsets.UTF_8).strip() + ")";
                }
            }
        } catch (IOException notReadable) {
            return "a process of this machine";
        }
        return "a process of this machine";
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException anothers) {
            return false;
        }
        return false;
    }
}
