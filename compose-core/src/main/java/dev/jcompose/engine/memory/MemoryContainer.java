package dev.jcompose.engine.memory;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.Endpoint;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.Health;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.memory.Program.Outcome;
import dev.jcompose.model.HealthCheck;
import dev.jcompose.model.Networking.Port;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One container: its specification, its state, what it has written. Guarded by the world's lock. */
final class MemoryContainer {
    private final World world;
    private final String id;
    private final ContainerSpec spec;
    private final String imageId;
    private final Instant created;
    private final List<MountPoint> mounts;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final MemoryFiles files = new MemoryFiles();
    private final Output output = new Output();
    private String name;
    private ContainerStatus status = ContainerStatus.CREATED;
    private Health.Status health = Health.Status.NONE;
    private int exitCode;
    private int addresses = 1;
    private boolean removed;
    private StringBuilder input = new StringBuilder();
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;

    MemoryContainer(World world, String name, ContainerSpec spec, String imageId, List<MountPoint> mounts) {
        this.world = world;
        this.id = world.newId();
        this.name = name;
        this.spec = spec;
        this.imageId = imageId;
        this.created = world.now();
        this.mounts = mounts;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    ContainerSpec spec() {
        return spec;
    }

    String imageId() {
        return imageId;
    }

    List<MountPoint> mounts() {
        return mounts;
    }

    Output output() {
        return output;
    }

    MemoryFiles files() {
        return files;
    }

    ContainerStatus status() {
        return status;
    }

    int exitCode() {
        return exitCode;
    }

    boolean isRemoved() {
        return removed;
    }

    boolean isRunning() {
        return status == ContainerStatus.RUNNING || status == ContainerStatus.PAUSED;
    }

    boolean isOn(String network) {
        return endpoints.containsKey(network);
    }

    void start() {
        status = ContainerStatus.RUNNING;
        startedAt = world.now();
        input = new StringBuilder();
        happened("start", Map.of());
        boolean openInput = spec.streams().openStdin();
        apply(world.program().run(spec, Program.commandOf(spec), openInput ? null : ""));
    }

    /** Something was written to its input. */
    void write(String text) {
        input.append(text);
    }

    /** Its input has ended. */
    void endInput() {
        if (isRunning()) {
            Outcome outcome = world.program().run(spec, Program.commandOf(spec), input.toString());
            apply(outcome);
        }
    }

    private void apply(Outcome outcome) {
        output.append(dev.jcompose.engine.Frame.Channel.STDOUT, outcome.stdout());
        output.append(spec.streams().tty()
                ? dev.jcompose.engine.Frame.Channel.STDOUT
                : dev.jcompose.engine.Frame.Channel.STDERR, outcome.stderr());
        if (outcome.exitCode() != null) {
            exit(outcome.exitCode());
        } else if (hasHealthCheck()) {
            health = outcome.health();
            if (health == Health.Status.HEALTHY || health == Health.Status.UNHEALTHY) {
                happened("health_status: " + health.text(), Map.of());
            }
        }
        world.changed();
    }

    void exit(int code) {
        exitCode = code;
        status = ContainerStatus.EXITED;
        finishedAt = world.now();
        happened("die", Map.of("exitCode", Integer.toString(code)));
        if (spec.autoRemove()) {
            world.containers().drop(this, true);
        }
    }

    void pause(boolean paused) {
        status = paused ? ContainerStatus.PAUSED : ContainerStatus.RUNNING;
        happened(paused ? "pause" : "unpause", Map.of());
    }

    void removed() {
        removed = true;
        happened("destroy", Map.of());
    }

    private boolean hasHealthCheck() {
        HealthCheck check = spec.service().healthCheck();
        return check != null && !check.isDisabled();
    }

    void happened(String action, Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(spec.labels());
        attributes.put("image", spec.image());
        attributes.put("name", name);
        attributes.putAll(more);
        world.happened("container", action, id, attributes);
    }

    void connect(NetworkDetails network, EndpointSpec endpoint) {
        List<String> aliases = new ArrayList<>(endpoint.aliases());
        String address = endpoint.ipv4Address() != null
                ? endpoint.ipv4Address()
                : network.pools().isEmpty() ? "" : "10.0." + network.id().hashCode() % 100 + "." + ++addresses;
        endpoints.put(network.name(), new Endpoint(network.id(), network.id() + id, aliases, endpoint.links(),
                text(endpoint.ipv4Address()), text(endpoint.ipv6Address()), endpoint.linkLocalIps(),
                text(endpoint.macAddress()), address, text(endpoint.ipv6Address()), "", endpoint.driverOpts(),
                endpoint.gwPriority() == null ? 0 : endpoint.gwPriority()));
    }

    boolean disconnect(String network) {
        return endpoints.remove(network) != null;
    }

    List<PublishedPort> ports() {
        List<PublishedPort> ports = new ArrayList<>();
        for (Port port : spec.service().networking().ports()) {
            Integer host = port.published() == null || port.published().isEmpty()
                    ? Integer.valueOf(32768 + port.target() % 16384)
                    : Integer.valueOf(port.published().replaceFirst("-.*", ""));
            ports.add(new PublishedPort(port.hostIp() == null ? "0.0.0.0" : port.hostIp(), port.target(), host,
                    port.protocol()));
        }
        return ports;
    }

    ContainerSummary summary() {
        String description = switch (status) {
            case CREATED -> "Created";
            case RUNNING -> "Up Less than a second" + (health == Health.Status.NONE ? "" : " (" + health.text() + ")");
            case PAUSED -> "Up Less than a second (Paused)";
            case EXITED, DEAD, REMOVING, RESTARTING -> "Exited (" + exitCode + ") Less than a second ago";
        };
        return new ContainerSummary(id, List.of(name), spec.image(), imageId,
                String.join(" ", Program.commandOf(spec)), created, status, description, health,
                status == ContainerStatus.EXITED ? exitCode : null, spec.labels(), isRunning() ? ports() : List.of(),
                mounts, endpoints, null, null);
    }

    ContainerDetails details() {
        Health found = hasHealthCheck()
                ? new Health(health, health == Health.Status.UNHEALTHY ? 1 : 0, List.of())
                : Health.NONE;
        ContainerDetails.State state = new ContainerDetails.State(status, false, exitCode, "", isRunning() ? 1 : 0,
                startedAt, finishedAt, found);
        dev.jcompose.model.Process process = spec.service().process();
        HealthCheck check = spec.service().healthCheck();
        ContainerDetails.Config config = new ContainerDetails.Config(spec.labels(),
                process.entrypoint() == null ? List.of() : process.entrypoint(),
                process.command() == null ? List.of() : process.command(), spec.environment(), text(process.user()),
                text(process.workingDir()), spec.streams().tty(), spec.streams().openStdin(),
                spec.service().lifecycle().stopSignal(), stopTimeout(), check == null ? List.of() : check.test(),
                Duration.ZERO);
        return new ContainerDetails(id, name, created, spec.image(), imageId, state, 0, config, mounts,
                spec.connections().mode(), endpoints, spec.autoRemove(), "json-file", Map.of());
    }

    private @Nullable Integer stopTimeout() {
        java.time.Duration period = spec.service().lifecycle().stopGracePeriod();
        return period == null ? null : (int) period.toSeconds();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
