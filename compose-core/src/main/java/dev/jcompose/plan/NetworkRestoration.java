package dev.jcompose.plan;

import dev.jcompose.engine.Endpoint;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.model.Network;
import dev.jcompose.model.Networking.NetworkUse;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Networks that a failed {@code up} has replaced, made again as they were, with the containers that were on them. */
final class NetworkRestoration {
    private final PlanBuilder plan;
    private final Observation before;
    private final Observation now;
    private final String cause;
    private final Map<String, List<Step>> connected = new HashMap<>();

    private NetworkRestoration(PlanBuilder plan, Observation before, Observation now, String cause) {
        this.plan = plan;
        this.before = before;
        this.now = now;
        this.cause = cause;
    }

    /**
     * Adds what it takes.
     *
     * @param removed
     *            steps after which what the failed command made is gone
     * @return by container, the steps after which it is on its networks again
     */
    static Map<String, List<Step>> add(PlanBuilder plan, String project, Observation before, Observation now,
            List<Step> removed, String cause) {
        NetworkRestoration restoration = new NetworkRestoration(plan, before, now, cause);
        Set<String> ids = new LinkedHashSet<>();
        now.networks().forEach(network -> ids.add(network.id()));
        for (NetworkDetails network : before.networks()) {
            if (network.label(Labels.PROJECT).equals(project) && ids.contains(network.id())) {
                restoration.connect(network, removed, Set.of());
            } else if (network.label(Labels.PROJECT).equals(project)) {
                restoration.restore(network, removed);
            }
        }
        return restoration.connected;
    }

    private void restore(NetworkDetails old, List<Step> removed) {
        List<Step> free = new ArrayList<>(removed);
        Set<String> freed = new HashSet<>();
        for (NetworkDetails successor : now.networksNamed(old.name())) {
            List<Step> off = new ArrayList<>(removed);
            for (ObservedContainer container : now.containers()) {
                if (container.isOn(successor) && isOld(container)) {
                    freed.add(container.id());
                    off.add(plan.add(new Action.DisconnectNetwork(successor.name(), ref(container)), cause, removed));
                }
            }
            free.add(plan.add(new Action.RemoveNetwork(successor.name(), successor.id()), cause, off));
        }
        connect(old, List.of(plan.add(new Action.CreateNetwork(spec(old)), cause, free)), freed);
    }

    /** Puts those on the network that were on it before and are not any more. */
    private void connect(NetworkDetails old, List<Step> ready, Set<String> freed) {
        for (ObservedContainer container : now.containers()) {
            boolean off = freed.contains(container.id())
                    || !container.summary().networks().containsKey(old.name());
            before.containers().stream()
                    .filter(was -> was.id().equals(container.id()) && was.summary().networks().containsKey(old.name())
                            && off)
                    .forEach(was -> connected.computeIfAbsent(was.id(), id -> new ArrayList<>())
                            .add(plan.add(new Action.ConnectNetwork(old.name(), ref(container), endpoint(was, old)),
                                    cause, ready)));
        }
    }

    private boolean isOld(ObservedContainer container) {
        return before.containers().stream().anyMatch(was -> was.id().equals(container.id()));
    }

    private static ContainerRef ref(ObservedContainer container) {
        return new ContainerRef(container.name(), container.id());
    }

    private static NetworkSpec spec(NetworkDetails old) {
        Network.Ipam ipam = new Network.Ipam(old.ipamDriver().isEmpty() ? null : old.ipamDriver(), old.pools(),
                Map.of());
        return new NetworkSpec(old.name(), old.labels(), new Network(old.label(Labels.NETWORK), old.name(),
                old.driver(), old.options(), ipam, false, old.internal(), old.attachable(), null,
                old.ipv6() ? true : null, old.labels()));
    }

    /** Lists do not tell aliases; the container's record of its configuration does. */
    private static EndpointSpec endpoint(ObservedContainer was, NetworkDetails network) {
        Set<String> aliases = new LinkedHashSet<>(List.of(was.name()));
        if (!was.oneOff()) {
            aliases.add(was.service());
            RecordedConfiguration.read(was.label(Labels.CONFIGURATION))
                    .map(recorded -> Service.decode(was.service(), recorded).networking().networks())
                    .map(networks -> networks.getOrDefault(network.label(Labels.NETWORK), NetworkUse.DEFAULT))
                    .ifPresent(use -> aliases.addAll(use.aliases()));
        }
        Endpoint place = was.summary().networks().get(network.name());
        if (place == null) {
            return EndpointSpec.named(aliases.toArray(String[]::new));
        }
        return new EndpointSpec(List.copyOf(aliases), place.links(), filled(place.ipv4Address()),
                filled(place.ipv6Address()), place.linkLocalIps(), null, place.driverOpts(), null, null);
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
