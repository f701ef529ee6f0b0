package dev.jcompose.engine;

import dev.jcompose.engine.Execs.TerminalSize;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that it takes to create a container. Whatever the service says by itself is read from {@code service}; whatever
 * depends on other things is here, resolved. Where both speak of the same, what is here counts.
 *
 * @param name
 *            null lets the engine make one up
 * @param image
 *            reference or id
 * @param platform
 *            {@code os/arch[/variant]}; null for the engine's own
 * @param labels
 *            all of them
 * @param service
 *            command, entrypoint, user, ports, resources, rights, health check, …
 * @param environment
 *            {@code K=V}, or {@code K} to take a variable out, in order
 * @param mounts
 *            volumes by their own names, anonymous volumes to inherit as named ones, configs and secrets from files
 * @param volumesFrom
 *            {@code container-id[:ro|rw]}
 * @param namespaces
 *            with {@code container:id} in place of {@code service:name}
 * @param autoRemove
 *            whether the engine removes it when it ends
 */
public record ContainerSpec(@Nullable String name, String image, @Nullable String platform, Map<String, String> labels,
        Service service, List<String> environment, Streams streams, Connections connections, List<Mount> mounts,
        List<String> volumesFrom, Namespaces namespaces, boolean autoRemove) {
    public ContainerSpec {
        labels = Ordered.copyOf(labels);
        environment = List.copyOf(environment);
        mounts = List.copyOf(mounts);
        volumesFrom = List.copyOf(volumesFrom);
    }

    /** A container of a service that needs nothing resolved: its own environment, mounts and streams, no network. */
    public static ContainerSpec of(@Nullable String name, String image, Service service) {
        List<String> environment = service.process().environment().entrySet().stream()
                .map(variable -> variable.getValue() == null
                        ? variable.getKey()
                        : variable.getKey() + "=" + variable.getValue())
                .toList();
        return new ContainerSpec(name, image, service.platform(), service.metadata().labels(), service, environment,
                Streams.of(service), Connections.mode("none"), service.mounts().volumes(), List.of(),
                service.namespaces(), false);
    }

    /** The same under other labels. */
    public ContainerSpec withLabels(Map<String, String> other) {
        return new ContainerSpec(name, image, platform, other, service, environment, streams, connections, mounts,
                volumesFrom, namespaces, autoRemove);
    }

    /** The same, connected otherwise. */
    public ContainerSpec withConnections(Connections other) {
        return new ContainerSpec(name, image, platform, labels, service, environment, streams, other, mounts,
                volumesFrom, namespaces, autoRemove);
    }

    /** The same with other standard streams. */
    public ContainerSpec withStreams(Streams other) {
        return new ContainerSpec(name, image, platform, labels, service, environment, other, connections, mounts,
                volumesFrom, namespaces, autoRemove);
    }

    /** The same with other mounts. */
    public ContainerSpec withMounts(List<Mount> other) {
        return new ContainerSpec(name, image, platform, labels, service, environment, streams, connections, other,
                volumesFrom, namespaces, autoRemove);
    }

    /** The same with the volumes of other containers. */
    public ContainerSpec withVolumesFrom(List<String> other) {
        return new ContainerSpec(name, image, platform, labels, service, environment, streams, connections, mounts,
                other, namespaces, autoRemove);
    }

    /**
     * Standard streams.
     *
     * @param stdinOnce
     *            whether input ends when the first to attach to it goes
     * @param size
     *            how large the terminal is from the start; null where there is none, or where it does not matter
     */
    public record Streams(boolean tty, boolean openStdin, boolean stdinOnce, boolean attachStdin, boolean attachStdout,
            boolean attachStderr, @Nullable TerminalSize size) {
        /** As {@code up} has them: output attached, input not. */
        public static Streams of(Service service) {
            return new Streams(service.process().tty(), service.process().stdinOpen(), false, false, true, true,
                    null);
        }

        /** As {@code run} has them. */
        public static Streams interactive(boolean tty, boolean stdin, @Nullable TerminalSize size) {
            return new Streams(tty, stdin, stdin, stdin, true, true, size);
        }
    }

    /**
     * Networks.
     *
     * @param mode
     *            {@code none}, {@code host}, {@code bridge}, {@code container:id}, or the name of the first network
     * @param attachments
     *            the first network first; empty where the mode is no network of the project
     * @param links
     *            {@code container:alias}
     */
    public record Connections(String mode, List<Attachment> attachments, List<String> links) {
        public Connections {
            attachments = List.copyOf(attachments);
            links = List.copyOf(links);
        }

        /** No network of the project. */
        public static Connections mode(String mode) {
            return new Connections(mode, List.of(), List.of());
        }
    }

    /** A network by name, and how the container is connected to it. */
    public record Attachment(String network, EndpointSpec endpoint) {}
}
