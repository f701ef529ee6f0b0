package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wherever an {@code up} stops, what was there before can be had back. */
class RollbackPlanTest {
    private static final String SHOP = """
            services:
              db: {image: postgres, networks: {default: null}}
              web: {image: nginx, networks: {default: null}, depends_on: {db: {condition: service_started}}}
            networks: {default: {name: shop_default}}
            """;
    private static final UpOptions CAUTIOUS = UpOptions.DEFAULTS.withRollback(true);

    @Test
    void brings_back_what_was_there_from_every_step_of_a_replacement() {
        Project shop = Shop.of(SHOP);
        Project changed = Shop.of(SHOP.replace("postgres", "postgres:2").replace("nginx", "nginx:2"));
        Observation before = Simulation.after(Observation.NOTHING,
                UpPlan.of(shop, Observation.NOTHING, UpOptions.DEFAULTS));
        Plan plan = UpPlan.of(changed, before, CAUTIOUS);
        int lastStart = plan.steps().stream().filter(step -> step.action() instanceof Action.StartContainer)
                .mapToInt(Step::id).max().orElseThrow();

        for (int done = 0; done <= lastStart; done++) {
            Observation broken = Simulation.after(before, first(plan, done));
            Observation after = Simulation.after(broken, RollbackPlan.of(shop, before, broken));
            assertEquals(summary(before), summary(after), "after " + done + " steps of\n" + plan);
        }
        Observation whole = Simulation.after(before, plan);
        assertTrue(UpPlan.of(changed, whole, UpOptions.DEFAULTS).steps().isEmpty());
        assertEquals(2, whole.containers().size());
    }

    @Test
    void brings_back_a_network_from_every_step_of_its_replacement() {
        Project shop = Shop.of(SHOP);
        Project changed = Shop.of(SHOP.replace("{name: shop_default}", "{name: shop_default, labels: {a: b}}"));
        Observation before = Simulation.after(Observation.NOTHING,
                UpPlan.of(shop, Observation.NOTHING, UpOptions.DEFAULTS));
        Plan plan = UpPlan.of(changed, before, CAUTIOUS);

        for (int done = 0; done <= plan.steps().size(); done++) {
            Observation broken = Simulation.after(before, first(plan, done));
            Observation after = Simulation.after(broken, RollbackPlan.of(shop, before, broken));
            assertEquals(summary(before), summary(after), "after " + done + " steps of\n" + plan);
            assertTrue(UpPlan.of(shop, after, UpOptions.DEFAULTS).steps().isEmpty(),
                    "after " + done + " steps: " + UpPlan.of(shop, after, UpOptions.DEFAULTS));
        }
    }

    @Test
    void leaves_nothing_of_a_first_up() {
        Project shop = Shop.of(SHOP);
        Plan plan = UpPlan.of(shop, Observation.NOTHING, CAUTIOUS);
        for (int done = 0; done <= plan.steps().size(); done++) {
            Observation broken = Simulation.after(Observation.NOTHING, first(plan, done));
            Observation after = Simulation.after(broken, RollbackPlan.of(shop, Observation.NOTHING, broken));
            assertEquals(List.of(), summary(after));
            assertEquals(List.of(), after.networks());
        }
    }

    private static Plan first(Plan plan, int steps) {
        return new Plan(plan.steps().subList(0, steps), List.of(), List.of());
    }

    private static List<String> summary(Observation seen) {
        return seen.containers().stream().map((ObservedContainer container) -> container.id() + " " + container.name()
                + " " + container.status()).toList();
    }
}
