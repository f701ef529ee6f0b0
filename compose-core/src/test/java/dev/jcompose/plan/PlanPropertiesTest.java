package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds of every plan, tried with projects and states made up from seeds. */
class PlanPropertiesTest {
    private static final int SEEDS = 300;

    @Test
    void after_a_plan_was_carried_out_there_is_nothing_left_to_do() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Plan plan = UpPlan.of(project, RandomState.of(seed), allowed());
            Observation after = Simulation.after(RandomState.of(seed), plan);

            assertEquals("", changes(UpPlan.of(project, after, allowed())), "seed " + seed + "\n" + plan);
        }
    }

    @Test
    void a_plan_that_is_broken_off_anywhere_is_mended_by_the_next() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Observation before = RandomState.of(seed);
            Plan first = UpPlan.of(project, before, allowed());
            int done = new Random(seed).nextInt(first.steps().size() + 1);
            Observation half = Simulation.after(before,
                    new Plan(first.steps().subList(0, done), List.of(), List.of()));
            Plan second = UpPlan.of(project, half, allowed());
            Observation after = Simulation.after(half, second);

            assertEquals("", changes(UpPlan.of(project, after, allowed())),
                    "seed " + seed + ", after " + done + " of\n" + first + "and\n" + second);
        }
    }

    @Test
    void after_down_there_is_nothing_left_to_take_down() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Observation before = RandomState.of(seed);
            Observation after = Simulation.after(before, DownPlan.of(project, before, everything()));

            assertEquals("", changes(DownPlan.of(project, after, everything())), "seed " + seed);
        }
    }

    @Test
    void plans_are_the_same_for_any_order_of_the_services() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Project other = Shop.of(RandomProject.yaml(seed, seed + 1));
            Observation seen = RandomState.of(seed);

            assertEquals(placeless(UpPlan.of(project, seen, allowed())), placeless(UpPlan.of(other, seen, allowed())));
            assertEquals(DownPlan.of(project, seen, everything()).toString(),
                    DownPlan.of(other, seen, everything()).toString());
            assertEquals(StopPlan.of(project, seen, List.of(), null).toString(),
                    StopPlan.of(other, seen, List.of(), null).toString());
        }
    }

    @Test
    void nothing_is_removed_that_the_project_does_not_own() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Observation seen = RandomState.of(seed);
            Set<String> owned = owned(seen);

            List<Plan> plans = List.of(UpPlan.of(project, seen, allowed()), DownPlan.of(project, seen, everything()));
            for (Plan plan : plans) {
                plan.steps().stream().map(Step::action).forEach(action -> {
                    String removed = removed(action);
                    assertTrue(removed.isEmpty() || owned.contains(removed), () -> removed + " in\n" + plan);
                });
            }
        }
    }

    @Test
    void every_step_comes_after_those_it_depends_on() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Project project = Shop.of(RandomProject.yaml(seed, 0));
            Plan plan = UpPlan.of(project, RandomState.of(seed), allowed());
            Set<Integer> before = new HashSet<>();
            plan.steps().forEach(step -> {
                assertTrue(before.containsAll(step.dependsOn()), plan::toString);
                before.add(step.id());
            });
        }
    }

    private static UpOptions allowed() {
        return UpOptions.DEFAULTS.withAllowedDataLoss(Set.of("shop_data")).withRemoveOrphans(true);
    }

    private static DownOptions everything() {
        return new DownOptions(List.of(), true, true, DownOptions.Images.NONE, Duration.ZERO);
    }

    /** Awaiting is no change. */
    private static String changes(Plan plan) {
        return plan.isEmpty() ? "" : plan.toString();
    }

    private static Set<String> owned(Observation seen) {
        Set<String> owned = new HashSet<>();
        seen.containers().forEach(container -> owned.add("container " + container.id()));
        seen.networks().stream().filter(network -> "shop".equals(network.labels().get(Labels.PROJECT)))
                .forEach(network -> owned.add("network " + network.id()));
        seen.volumes().stream().filter(volume -> "shop".equals(volume.labels().get(Labels.PROJECT)))
                .forEach(volume -> owned.add("volume " + volume.name()));
        return owned;
    }

    /** Without the places in the file, which the order of services moves, and the blanks that make columns of it. */
    private static String placeless(Plan plan) {
        return plan.toString().replaceAll(" \\(compose\\.yaml:\\d+:\\d+\\)", "").replaceAll(" +", " ");
    }

    /** What an action takes away that was there before the plan; empty for all others. */
    private static String removed(Action action) {
        if (action instanceof Action.RemoveContainer remove && remove.container().id() != null) {
            return "container " + remove.container().id();
        }
        if (action instanceof Action.RemoveNetwork remove) {
            return "network " + remove.id();
        }
        return action instanceof Action.RemoveVolume remove ? "volume " + remove.name() : "";
    }
}
