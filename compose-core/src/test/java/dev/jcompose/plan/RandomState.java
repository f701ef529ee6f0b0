package dev.jcompose.plan;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the engine holds of projects called {@code shop}, made up from a seed: the same seed gives the same state. */
final class RandomState {
    private final Random random;
    private Observation seen = withForeign();

    private RandomState(long seed) {
        this.random = new Random(seed);
        if (random.nextInt(4) > 0) {
            Project earlier = Shop.of(RandomProject.yaml(random.nextInt(3) == 0 ? seed : seed + 1_000, 7));
            Plan up = UpPlan.of(earlier, seen, UpOptions.DEFAULTS);
            int done = random.nextInt(4) > 0 ? up.steps().size() : random.nextInt(up.steps().size() + 1);
            seen = Simulation.after(seen, new Plan(up.steps().subList(0, done), List.of(), List.of()));
            runSomething(earlier);
            changeStates();
            loseNetworks();
        }
    }

    /**
     * What another version of the project has left, whole or half done, with containers in any state, one-off ones, and
     * networks that somebody took away; beside what belongs to others.
     */
    static Observation of(long seed) {
        return new RandomState(seed).seen;
    }

    private void runSomething(Project earlier) {
        for (int run = random.nextInt(3); run > 0; run--) {
            Plan plan = RunPlan.of(earlier, seen, RunOptions.of("s0", "true"), "slug" + run);
            seen = Simulation.after(seen, plan);
        }
    }

    private void changeStates() {
        for (ObservedContainer container : seen.containers()) {
            if (random.nextInt(3) == 0) {
                ContainerStatus[] states = ContainerStatus.values();
                seen = Simulation.with(seen, container.name(), states[random.nextInt(states.length)]);
            }
        }
    }

    /**
     * A network can be lost by one container, or by all when none of them runs. That a stopped one is off a network is
     * seen, as by docker compose, when it runs again.
     */
    private void loseNetworks() {
        if (random.nextInt(4) == 0) {
            for (ObservedContainer container : seen.containers()) {
                if (container.summary().networks().containsKey("shop_back")) {
                    seen = random.nextBoolean() || !container.isRunning()
                            ? Simulation.with(seen, container.name(), ContainerStatus.EXITED)
                            : Simulation.disconnected(seen, container.name(), "shop_back");
                }
            }
            seen = random.nextBoolean() ? Simulation.withoutNetwork(seen, "shop_back") : seen;
        }
    }

    private static Observation withForeign() {
        List<NetworkDetails> networks = new ArrayList<>();
        networks.add(network("shared", Map.of()));
        networks.add(network("other_default", Map.of(Labels.PROJECT, "other", Labels.NETWORK, "default")));
        List<VolumeDetails> volumes = new ArrayList<>();
        volumes.add(volume("foreign", Map.of()));
        volumes.add(volume("other_data", Map.of(Labels.PROJECT, "other", Labels.VOLUME, "data")));
        return new Observation(List.of(), networks, volumes, Map.of());
    }

    private static NetworkDetails network(String name, Map<String, String> labels) {
        return new NetworkDetails("id-" + name, name, "bridge", "local", false, false, false, Map.of(), labels,
                "default", List.of(), Map.of(), Map.of());
    }

    private static VolumeDetails volume(String name, Map<String, String> labels) {
        return new VolumeDetails(name, "local", "", "local", "", labels, Map.of());
    }
}
