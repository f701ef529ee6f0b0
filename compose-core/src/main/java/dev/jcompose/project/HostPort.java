package dev.jcompose.project;

import dev.jcompose.engine.ContainerSummary.PublishedPort;
import java.util.Optional;

/**
 * Where a container's port can be reached on the engine's machine.
 *
 * @param address
 *            of the machine's, as the engine tells it: {@code 0.0.0.0} and {@code ::} are all of them
 * @param port
 *            from 1 to 65535
 */
public record HostPort(String address, int port) {
    /** Nothing where the port is not published. */
    static Optional<HostPort> of(PublishedPort port) {
        Integer published = port.hostPort();
        return published == null ? Optional.empty() : Optional.of(new HostPort(port.hostIp(), published));
    }
}
