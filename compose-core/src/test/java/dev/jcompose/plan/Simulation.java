package dev.jcompose.plan;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Endpoint;
import dev.jcompose.engine.Health;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Mount;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine on paper: applies a plan's steps to an observation and gives the observation afterwards. */
final class Simulation {
    private final Map<String, ContainerSummary> containers = new LinkedHashMap<>();
    private final Map<String, NetworkDetails> networks = new LinkedHashMap<>();
    private final Map<String, VolumeDetails> volumes = new LinkedHashMap<>();
    private final Map<String, String> images;
    private int ids;

    private Simulation(Observation before) {
        before.containers().forEach(container -> containers.put(container.name(), container.summary()));
        before.networks().forEach(network -> networks.put(network.name(), network));
        before.volumes().forEach(volume -> volumes.put(volume.name(), volume));
        images = before.images();
        ids = containers.values().stream().mapToInt(container -> Integer.parseInt(container.id().substring(56), 16))
                .max().orElse(0);
    }

    /** The observation after the plan, if all of it went well. */
    static Observation after(Observation before, Plan plan) {
        Simulation simulation = new Simulation(before);
        plan.steps().forEach(step -> simulation.apply(step.action()));
        return simulation.observation();
    }

    /** The observation with a container in another state. */
    static Observation with(Observation before, String container, ContainerStatus status) {
        Simulation simulation = new Simulation(before);
        simulation.status(container, status);
        return simulation.observation();
    }

    /** The observation after somebody removed a network that only stopped containers were on. */
    static Observation withoutNetwork(Observation before, String network) {
        Simulation simulation = new Simulation(before);
        simulation.networks.remove(network);
        return simulation.observation();
    }

    /** The observation after somebody took a container off a network. */
    static Observation disconnected(Observation before, String container, String network) {
        Simulation simulation = new Simulation(before);
        simulation.disconnect(simulation.find(ContainerRef.planned(container)), network);
        return simulation.observation();
    }

    private Observation observation() {
        List<ContainerSummary> youngestFirst = containers.values().stream()
                .sorted(Comparator.comparing(ContainerSummary::id).reversed()).toList();
        return new Observation(ObservedContainer.of(youngestFirst),
                List.copyOf(networks.values()), List.copyOf(volumes.values()), images);
    }

    private void apply(Action action) {
        switch (action) {
            case Action.CreateNetwork create -> networks.put(create.name(),
                    new NetworkDetails("net" + ids++, create.name(), "bridge", "local", false, false, false, Map.of(),
                            create.spec().labels(), "default", List.of(), Map.of(), Map.of()));
            case Action.RemoveNetwork remove -> networks.remove(remove.name());
            case Action.CreateVolume create -> volumes.put(create.name(), new VolumeDetails(create.name(), "local", "",
                    "local", "", create.spec().labels(), Map.of()));
            case Action.RemoveVolume remove -> volumes.remove(remove.name());
            case Action.CreateContainer create -> create(create);
            case Action.RenameContainer rename -> {
                ContainerSummary old = find(rename.container());
                containers.remove(old.name());
                containers.put(rename.to(), copy(old, rename.to(), old.status(), old.networks()));
            }
            case Action.RemoveContainer remove -> containers.remove(find(remove.container()).name());
            case Action.StartContainer start -> status(find(start.container()).name(), ContainerStatus.RUNNING);
            case Action.StopContainer stop -> status(find(stop.container()).name(), ContainerStatus.EXITED);
            case Action.ConnectNetwork on -> connect(find(on.container()), on.name());
            case Action.DisconnectNetwork off -> disconnect(find(off.container()), off.name());
            case Action.RemoveImage image -> ignore(image);
            case Action.PullImage image -> ignore(image);
            case Action.PushImage image -> ignore(image);
            case Action.BuildImages image -> ignore(image);
            case Action.RunPreStart hook -> ignore(hook);
            case Action.RunHooks hooks -> ignore(hooks);
            case Action.RunProvider run -> ignore(run);
            case Action.PrepareModel model -> ignore(model);
            case Action.AwaitService await -> ignore(await);
            case Action.KillContainer kill -> status(find(kill.container()).name(), ContainerStatus.EXITED);
            case Action.RestartContainer restart -> ignore(restart);
            case Action.PauseContainer pause -> status(find(pause.container()).name(), ContainerStatus.PAUSED);
            case Action.UnpauseContainer go -> status(find(go.container()).name(), ContainerStatus.RUNNING);
        }
    }

    private static void ignore(Action action) {
        if (action.verb().isEmpty()) {
            throw new IllegalArgumentException("no verb");
        }
    }

    private ContainerSummary find(ContainerRef ref) {
        return containers.values().stream()
                .filter(container -> container.id().equals(ref.id()) || container.name().equals(ref.name()))
                .findFirst().orElseThrow(() -> new AssertionError("no container " + ref.name()));
    }

    private void create(Action.CreateContainer create) {
        ContainerSpec spec = create.spec();
        Map<String, String> labels = new HashMap<>(spec.labels());
        Map<String, String> parents = new HashMap<>();
        create.late().parents().forEach((service, ref) -> parents.put(service, find(ref).id()));
        labels.put(Labels.CONFIG_HASH, ServiceHash.of(create.late().hashed(), parents));
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        spec.connections().attachments()
                .forEach(attachment -> endpoints.put(attachment.network(), endpoint(attachment.network())));
        List<MountPoint> mounts = spec.mounts().stream().map(Simulation::mounted).toList();
        String name = create.container().name();
        if (containers.containsKey(name)) {
            throw new AssertionError("name " + name + " is taken");
        }
        containers.put(name, new ContainerSummary(String.format("%064x", ++ids), List.of(name), spec.image(), "", "",
                Instant.EPOCH, ContainerStatus.CREATED, "", Health.Status.NONE, null, labels, List.of(), mounts,
                endpoints, null, null));
    }

    private static MountPoint mounted(Mount mount) {
        String name = mount.type() == Mount.Type.VOLUME
                ? mount.source() == null ? "f".repeat(64) : mount.source()
                : "";
        return new MountPoint(mount.type().text(), name, "", mount.target(), "local", "", !mount.readOnly());
    }

    private Endpoint endpoint(String network) {
        NetworkDetails found = networks.get(network);
        if (found == null) {
            throw new AssertionError("no network " + network);
        }
        return new Endpoint(found.id(), "", List.of(), List.of(), "", "", List.of(), "", "", "", "", Map.of(), 0);
    }

    private void connect(ContainerSummary container, String network) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>(container.networks());
        endpoints.put(network, endpoint(network));
        containers.put(container.name(), copy(container, container.name(), container.status(), endpoints));
    }

    private void disconnect(ContainerSummary container, String network) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>(container.networks());
        endpoints.remove(network);
        containers.put(container.name(), copy(container, container.name(), container.status(), endpoints));
    }

    private void status(String name, ContainerStatus status) {
        ContainerSummary old = containers.get(name);
        if (old == null) {
            throw new AssertionError("no container " + name);
        }
        containers.put(name, copy(old, name, status, old.networks()));
    }

    private static ContainerSummary copy(ContainerSummary old, String name, ContainerStatus status,
            Map<String, Endpoint> networks) {
        return new ContainerSummary(old.id(), List.of(name), old.image(), old.imageId(), old.command(), old.created(),
                status, old.description(), old.health(), old.exitCode(), old.labels(), old.ports(), old.mounts(),
                networks, null, null);
    }
}
