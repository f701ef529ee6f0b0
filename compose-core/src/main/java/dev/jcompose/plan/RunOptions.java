package dev.jcompose.plan;

import dev.jcompose.engine.Execs.TerminalSize;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How {@code run} makes its one-off container out of a service.
 *
 * @param service
 *            the service
 * @param command
 *            over the service's own; null for that
 * @param entrypoint
 *            over the service's own; null for that
 * @param environment
 *            over the service's own, by name; a null value takes a variable out
 * @param user
 *            over the service's own; null for that
 * @param workingDir
 *            over the service's own; null for that
 * @param name
 *            of the container; null for one of the usual kind
 * @param labels
 *            besides the service's own
 * @param volumes
 *            besides the service's own
 * @param ports
 *            to be published, besides the service's own where those are
 * @param capAdd
 *            besides the service's own
 * @param capDrop
 *            besides the service's own
 * @param withDependencies
 *            whether what the service depends on is brought up first
 * @param servicePorts
 *            whether the service's own ports are published
 * @param useAliases
 *            whether the container answers to the service's names on its networks
 * @param tty
 *            whether it gets a terminal
 * @param terminalSize
 *            how large that is; null if unknown
 * @param stdin
 *            whether its standard input is open
 * @param remove
 *            whether the engine removes it when it ends
 * @param removeOrphans
 *            whether containers of services that are gone are removed first
 * @param ignoreOrphans
 *            whether they are not even mentioned
 */
public record RunOptions(String service, @Nullable List<String> command, @Nullable List<String> entrypoint,
        Map<String, @Nullable String> environment, @Nullable String user, @Nullable String workingDir,
        @Nullable String name, Map<String, String> labels, List<Mount> volumes, List<Port> ports, List<String> capAdd,
        List<String> capDrop, boolean withDependencies, boolean servicePorts, boolean useAliases, boolean tty,
        @Nullable TerminalSize terminalSize, boolean stdin, boolean remove, boolean removeOrphans,
        boolean ignoreOrphans) {
    public RunOptions {
        command = command == null ? null : List.copyOf(command);
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        environment = Ordered.copyOf(environment);
        labels = Ordered.copyOf(labels);
        volumes = List.copyOf(volumes);
        ports = List.copyOf(ports);
        capAdd = List.copyOf(capAdd);
        capDrop = List.copyOf(capDrop);
    }

    /** A command without terminal or input, whose container goes when it ends. */
    public static RunOptions of(String service, String... command) {
        return new RunOptions(service, List.of(command), null, Map.of(), null, null, null, Map.of(), List.of(),
                List.of(), List.of(), List.of(), true, false, false, false, null, false, true, false, false);
    }

    /** The same with another label, and removed in the end or not. */
    public RunOptions with(String label, String value, boolean otherRemove) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        more.put(label, value);
        return new RunOptions(service, command, entrypoint, environment, user, workingDir, name, more, volumes, ports,
                capAdd, capDrop, withDependencies, servicePorts, useAliases, tty, terminalSize, stdin, otherRemove,
                removeOrphans,
                ignoreOrphans);
    }
}
