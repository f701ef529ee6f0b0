package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.Endpoint;
import dev.jcompose.engine.Health;
import dev.jcompose.engine.MountPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Containers as the engine describes them. */
final class ContainerReading {
    private static final Pattern EXITED = Pattern.compile("(?:Exited|Restarting) \\((-?\\d+)\\).*");

    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final String ANY_ADDRESS = "0.0.0.0";

    private ContainerReading() {
    }

    static ContainerSummary summary(Tree tree) {
        String description = tree.text("Status");
        return new ContainerSummary(tree.text("Id"),
                tree.texts("Names").stream().map(ContainerReading::withoutSlash).toList(), tree.text("Image"),
                tree.text("ImageID"), tree.text("Command"), Instant.ofEpochSecond(tree.number("Created")),
                status(tree.text("State")), description, health(tree, description), exitCode(description),
                tree.textMap("Labels"), tree.list("Ports").stream().map(ContainerReading::port).toList(),
                mounts(tree), endpoints(tree.at("NetworkSettings")), tree.numberOrNull("SizeRw"),
                tree.numberOrNull("SizeRootFs"));
    }

    static ContainerDetails details(Tree tree) {
        Tree config = tree.at("Config");
        Tree host = tree.at("HostConfig");
        return new ContainerDetails(tree.text("Id"), withoutSlash(tree.text("Name")), tree.instantOrEpoch("Created"),
                config.text("Image"), tree.text("Image"), state(tree.at("State")), (int) tree.number("RestartCount"),
                config(config), mounts(tree), host.text("NetworkMode"), endpoints(tree.at("NetworkSettings")),
                host.flag("AutoRemove"), host.at("LogConfig").text("Type"), tree.raw());
    }

    private static ContainerDetails.State state(Tree state) {
        return new ContainerDetails.State(status(state.text("Status")), state.flag("OOMKilled"),
                (int) state.number("ExitCode"), state.text("Error"), state.number("Pid"), state.instant("StartedAt"),
                state.instant("FinishedAt"), state.has("Health") ? health(state.at("Health")) : Health.NONE);
    }

    /** Podman has words of its own for some. */
    private static ContainerStatus status(String word) {
        return switch (word) {
            case "stopped" -> ContainerStatus.EXITED;
            case "stopping" -> ContainerStatus.RUNNING;
            case "configured", "initialized" -> ContainerStatus.CREATED;
            default -> ContainerStatus.of(word);
        };
    }

    private static Health health(Tree health) {
        List<Health.Probe> log = health.list("Log").stream().map(probe -> new Health.Probe(
                probe.instantOrEpoch("Start"), probe.instantOrEpoch("End"), (int) probe.number("ExitCode"),
                probe.text("Output"))).toList();
        return new Health(Health.Status.of(health.text("Status")), (int) health.number("FailingStreak"), log);
    }

    private static ContainerDetails.Config config(Tree config) {
        Long stopTimeout = config.numberOrNull("StopTimeout");
        return new ContainerDetails.Config(config.textMap("Labels"), config.texts("Entrypoint"), config.texts("Cmd"),
                config.texts("Env"), config.text("User"), config.text("WorkingDir"), config.flag("Tty"),
                config.flag("OpenStdin"), config.textOrNull("StopSignal"),
                stopTimeout == null ? null : stopTimeout.intValue(), config.at("Healthcheck").texts("Test"),
                probing(config, "Interval").plus(probing(config, "Timeout")));
    }

    /** A length of time of the health check: as it was asked for, or what engines take where nothing was. */
    private static Duration probing(Tree config, String name) {
        Long nanos = config.at("Healthcheck").numberOrNull(name);
        return nanos == null || nanos <= 0 ? USUAL : Duration.ofNanos(nanos);
    }

    private static List<MountPoint> mounts(Tree container) {
        return container.list("Mounts").stream().map(mount -> new MountPoint(mount.text("Type"), mount.text("Name"),
                mount.text("Source"), mount.text("Destination"), mount.text("Driver"), mount.text("Mode"),
                mount.flag("RW"))).toList();
    }

    private static Map<String, Endpoint> endpoints(Tree settings) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        settings.entries("Networks").forEach((name, endpoint) -> endpoints.put(name, endpoint(endpoint)));
        return endpoints;
    }

    static Endpoint endpoint(Tree endpoint) {
        Tree fixed = endpoint.at("IPAMConfig");
        return new Endpoint(endpoint.text("NetworkID"), endpoint.text("EndpointID"), endpoint.texts("Aliases"),
                endpoint.texts("Links"), fixed.text("IPv4Address"), fixed.text("IPv6Address"),
                fixed.texts("LinkLocalIPs"), endpoint.text("MacAddress"), endpoint.text("IPAddress"),
                endpoint.text("GlobalIPv6Address"), endpoint.text("Gateway"), endpoint.textMap("DriverOpts"),
                (int) endpoint.number("GwPriority"));
    }

    private static PublishedPort port(Tree port) {
        Long published = port.numberOrNull("PublicPort");
        String address = port.text("IP");
        return new PublishedPort(address.isEmpty() && published != null ? ANY_ADDRESS : address,
                (int) port.number("PrivatePort"),
                published == null ? null : published.intValue(), port.text("Type"));
    }

    /** Told outright from API 1.52 on; before, in the words for people. */
    private static Health.Status health(Tree tree, String description) {
        String told = tree.at("Health").text("Status");
        if (!told.isEmpty()) {
            return Health.Status.of(told);
        }
        if (description.endsWith("(healthy)")) {
            return Health.Status.HEALTHY;
        }
        if (description.endsWith("(unhealthy)")) {
            return Health.Status.UNHEALTHY;
        }
        return description.endsWith("(health: starting)") ? Health.Status.STARTING : Health.Status.NONE;
    }

    private static @Nullable Integer exitCode(String description) {
        Matcher matcher = EXITED.matcher(description);
        return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
