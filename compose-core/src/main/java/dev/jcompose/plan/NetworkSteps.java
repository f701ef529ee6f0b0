package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Network;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.engine.NetworkDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Networks: made where they are missing, made anew where the file wants another, found where they are external. */
final class NetworkSteps {
    private NetworkSteps() {
    }

    static void add(UpDraft draft) {
        new TreeMap<>(draft.project.networks()).values().forEach(network -> {
            if (network.external()) {
                require(draft, network);
            } else {
                ensure(draft, network);
            }
        });
    }

    private static void require(UpDraft draft, Network network) {
        List<NetworkDetails> found = draft.seen.networksNamed(network.name());
        boolean byId = draft.seen.networks().stream().anyMatch(other -> other.id().equals(network.name()));
        if (found.isEmpty() && !byId && !isBuiltIn(network.name())) {
            throw new MissingResourceException("network " + network.name()
                    + " declared as external, but could not be found; create it with: docker network create "
                    + network.name());
        }
        if (found.size() > 1) {
            throw new MissingResourceException("multiple networks with name \"" + network.name()
                    + "\" were found; use the network's id as `name` to say which is meant");
        }
    }

    private static boolean isBuiltIn(String name) {
        return name.equals("host") || name.equals("bridge") || name.equals("none") || name.equals("default");
    }

    private static void ensure(UpDraft draft, Network network) {
        List<NetworkDetails> found = draft.seen.networksNamed(network.name());
        NetworkDetails own = found.stream()
                .filter(other -> other.label(Labels.PROJECT).equals(draft.project.name()))
                .findFirst().orElse(null);
        NetworkDetails taken = own == null && !found.isEmpty() ? found.getFirst() : own;
        if (taken != null && !taken.label(Labels.NETWORK).equals(network.key())) {
            throw new MissingResourceException("network " + network.name()
                    + " was found but has incorrect label " + Labels.NETWORK + " set to \""
                    + taken.label(Labels.NETWORK) + "\" (expected: \"" + network.key()
                    + "\"); to use it as it is, set `external: true`");
        }
        if (own == null && taken != null) {
            warnOfForeign(draft, network, taken);
            return;
        }
        Action.CreateNetwork wanted = NewResource.network(draft.project, network);
        if (own == null) {
            draft.networkReady(network.key(), draft.plan.add(wanted, "not found"));
        } else if (!own.label(Labels.CONFIG_HASH).isEmpty()
                && !own.label(Labels.CONFIG_HASH).equals(wanted.spec().labels().get(Labels.CONFIG_HASH))) {
            replace(draft, network, own, wanted);
        }
    }

    private static void warnOfForeign(UpDraft draft, Network network, NetworkDetails foreign) {
        String owner = foreign.label(Labels.PROJECT);
        draft.plan.notice("a network with name " + network.name() + " exists but was not created "
                + (owner.isEmpty() ? "by compose." : "for project \"" + draft.project.name() + "\".")
                + "\nSet `external: true` to use an existing network");
    }

    /** Takes everybody off, makes the network anew; {@link ContainerSteps} puts those back that stay. */
    private static void replace(UpDraft draft, Network network, NetworkDetails own, Action.CreateNetwork wanted) {
        String change = ResourceChange.of(draft.project, network, own);
        String cause = "network " + network.name() + " is recreated: " + change;
        List<Step> free = new ArrayList<>();
        for (ObservedContainer container : draft.seen.containers()) {
            if (!container.isOn(own)) {
                continue;
            }
            Step removed = draft.removed(container.id());
            if (removed != null) {
                free.add(removed);
                continue;
            }
            if (container.oneOff() && draft.options.removeOrphans()) {
                free.add(draft.removeNow(container, cause, List.of())); // It has ended now, and would go the next time.
                continue;
            }
            ContainerRef ref = new ContainerRef(container.name(), container.id());
            List<Step> before = List.of();
            if (container.isRunning()) {
                Step stop = draft.plan.add(new Action.StopContainer(ref, draft.options.timeout(), List.of()), cause);
                draft.stopped(container.id(), stop, cause);
                before = List.of(stop);
            }
            free.add(draft.plan.add(new Action.DisconnectNetwork(own.name(), ref), cause, before));
        }
        Step remove = draft.plan.add(new Action.RemoveNetwork(own.name(), own.id()), change, free);
        draft.networkReady(network.key(), draft.plan.add(wanted, "replaces #" + remove.id(), remove));
    }
}
