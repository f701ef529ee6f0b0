package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpPlanTest {
    private static final String WEB_AND_DB = """
            services:
              db:
                image: postgres
                networks: {default: null}
                volumes: [{type: volume, source: data, target: /data, volume: {}}]
              web:
                image: nginx
                environment: {LOG_LEVEL: info}
                depends_on: {db: {condition: service_healthy, required: true}}
                networks: {default: null}
            networks: {default: {name: shop_default}}
            volumes: {data: {name: shop_data}}
            """;

    @Test
    void makes_all_at_once_and_starts_in_order() {
        assertEquals("""
                #1 network shop_default  create  not found
                #2 volume shop_data      create  not found
                #3 container shop-db-1   create  no container yet        after #1 #2
                #4 container shop-web-1  create  no container yet        after #1
                #5 container shop-db-1   start   created by #3           after #3
                #6 service db            await   healthy, wanted by web  after #5
                #7 container shop-web-1  start   created by #4           after #4 #5 #6
                """, up(Shop.of(WEB_AND_DB), Observation.NOTHING).toString());
    }

    @Test
    void has_nothing_to_do_where_all_is_as_it_should_be() {
        Project shop = Shop.of(WEB_AND_DB);

        assertTrue(up(shop, running(shop)).steps().isEmpty());
    }

    @Test
    void is_the_same_for_any_order_of_the_services() {
        String reversed = """
                services:
                  web: {image: nginx, networks: {default: null}}
                  cache: {image: redis, networks: {default: null}}
                  db: {image: postgres, networks: {default: null}}
                networks: {default: {name: shop_default}}
                """;
        String sorted = """
                services:
                  cache: {image: redis, networks: {default: null}}
                  db: {image: postgres, networks: {default: null}}
                  web: {image: nginx, networks: {default: null}}
                networks: {default: {name: shop_default}}
                """;

        assertEquals(up(Shop.of(sorted), Observation.NOTHING).toString(),
                up(Shop.of(reversed), Observation.NOTHING).toString());
    }

    @Test
    void waits_for_what_is_started_beneath_a_service_that_runs() {
        Project shop = Shop.of(WEB_AND_DB);
        Observation seen = Simulation.with(running(shop), "shop-db-1", ContainerStatus.EXITED);

        assertEquals("""
                #1 container shop-db-1  start  exited
                #2 service db           await  healthy, wanted by web  after #1
                """, up(shop, seen).toString());
    }

    @Test
    void starts_what_was_stopped() {
        Project shop = Shop.of(WEB_AND_DB);
        Observation seen = Simulation.with(running(shop), "shop-web-1", ContainerStatus.EXITED);

        assertEquals("""
                #1 service db            await  healthy, wanted by web
                #2 container shop-web-1  start  exited                  after #1
                """, up(shop, seen).toString());
    }

    @Nested
    class Recreate {
        @Test
        void replaces_a_container_whose_configuration_changed() {
            Observation seen = running(Shop.of(WEB_AND_DB));
            Project changed = Shop.of(WEB_AND_DB.replace("info", "debug"));
            String old = seen.containersOf("web").getFirst().id().substring(0, 12);

            assertEquals("""
                    #1 container %1$s_shop-web-1 create web: recreate: environment.LOG_LEVEL: info → debug \
                    (compose.yaml:8:19)
                    #2 container shop-web-1 stop replaced by #1 after #1
                    #3 container shop-web-1 remove replaced by #1 after #1 #2
                    #4 container %1$s_shop-web-1 rename created by #1 after #3
                    #5 service db await healthy, wanted by web
                    #6 container shop-web-1 start created by #1 after #4 #5
                    """.formatted(old), up(changed, seen).toString().replaceAll(" +", " "));
        }

        @Test
        void leaves_it_where_nothing_is_to_be_recreated() {
            Observation seen = running(Shop.of(WEB_AND_DB));
            Project changed = Shop.of(WEB_AND_DB.replace("info", "debug"));

            assertTrue(UpPlan.of(changed, seen, recreate(UpOptions.Recreate.NEVER)).steps().isEmpty());
        }

        @Test
        void stops_dependents_that_asked_for_it_and_starts_them_again() {
            String restart = WEB_AND_DB.replace("required: true", "required: true, restart: true");
            Observation seen = running(Shop.of(restart));
            Project changed = Shop.of(restart.replace("image: postgres", "image: postgres:17"));

            List<String> verbs = verbs(up(changed, seen));

            assertTrue(verbs.indexOf("stop shop-web-1") < verbs.indexOf("stop shop-db-1"), verbs.toString());
            assertTrue(verbs.indexOf("start shop-db-1") < verbs.indexOf("start shop-web-1"), verbs.toString());
        }

        @Test
        void gives_the_successor_the_anonymous_volumes() {
            String anonymous = "services: {a: {image: x, network_mode: none, "
                    + "volumes: [{type: volume, target: /data, volume: {}}]}}";
            Observation seen = running(Shop.of(anonymous));

            Plan plan = UpPlan.of(Shop.of(anonymous), seen, recreate(UpOptions.Recreate.FORCE));

            Action.CreateContainer create = (Action.CreateContainer) plan.steps().getFirst().action();
            assertEquals("f".repeat(64), create.spec().mounts().getFirst().source());
        }

        @Test
        void mends_what_a_broken_replacement_left() {
            Project shop = Shop.of(WEB_AND_DB);
            Observation seen = running(shop);
            Plan replacement = UpPlan.of(shop, seen, recreate(UpOptions.Recreate.FORCE));
            Step firstCreate = replacement.steps().stream()
                    .filter(step -> step.action() instanceof Action.CreateContainer).findFirst().orElseThrow();
            Observation broken = Simulation.after(seen, new Plan(List.of(new Step(1, firstCreate.action(), List.of(),
                    "")), List.of(), List.of()));

            Plan mending = up(shop, broken);
            Plan replacing = up(Shop.of(WEB_AND_DB.replace("postgres", "postgres:17")), broken);

            assertEquals(1, mending.steps().size(), mending.toString());
            assertTrue(mending.steps().getFirst().action() instanceof Action.RemoveContainer);
            assertTrue(up(shop, Simulation.after(broken, mending)).steps().isEmpty());
            assertEquals(List.of(1), replacing.steps().get(1).dependsOn(), replacing.toString());
        }
    }

    @Nested
    class Scale {
        private final String web = "services: {web: {image: nginx, network_mode: none}}";

        @Test
        void adds_after_the_highest_number() {
            Observation seen = running(Shop.of(web));

            assertEquals(List.of("create shop-web-2", "create shop-web-3", "start shop-web-2", "start shop-web-3"),
                    verbs(UpPlan.of(Shop.of(web), seen, scale(3))));
        }

        @Test
        void removes_the_highest_numbers() {
            Project shop = Shop.of(web);
            Observation three = Simulation.after(Observation.NOTHING,
                    UpPlan.of(shop, Observation.NOTHING, scale(3)));

            assertEquals(List.of("stop shop-web-2", "remove shop-web-2", "stop shop-web-3", "remove shop-web-3"),
                    verbs(up(shop, three)));
        }

        @Test
        void refuses_a_second_container_of_one_name() {
            Project fixed = Shop.of("services: {web: {image: nginx, container_name: w, network_mode: none}}");

            assertTrue(assertThrows(Replicas.FixedNameException.class,
                    () -> UpPlan.of(fixed, Observation.NOTHING, scale(2))).getMessage().contains("container_name"));
        }

        private UpOptions scale(int wanted) {
            UpOptions d = UpOptions.DEFAULTS;
            return new UpOptions(d.services(), d.recreate(), d.recreateDependencies(), true, true,
                    Map.of("web", wanted), false, false, false, (Duration) null, false, Set.of());
        }
    }

    @Nested
    class NetworksAndVolumes {
        @Test
        void makes_a_changed_network_anew_and_puts_containers_back() {
            Observation seen = running(Shop.of(WEB_AND_DB));
            Project changed = Shop
                    .of(WEB_AND_DB.replace("{name: shop_default}", "{name: shop_default, labels: {a: b}}"));

            Plan plan = up(changed, seen);

            assertEquals(List.of("stop shop-db-1", "disconnect shop_default", "stop shop-web-1",
                    "disconnect shop_default", "remove shop_default", "create shop_default", "connect shop_default",
                    "connect shop_default", "start shop-db-1", "await db", "start shop-web-1"), verbs(plan));
            assertTrue(up(changed, Simulation.after(seen, plan)).steps().isEmpty());
        }

        @Test
        void replaces_a_stopped_container_whose_network_was_removed() {
            Project shop = Shop.of(WEB_AND_DB);
            Observation stopped = Simulation.with(running(shop), "shop-web-1", ContainerStatus.EXITED);
            Observation seen = Simulation.withoutNetwork(stopped, "shop_default");

            Plan plan = up(shop, seen);

            assertTrue(plan.steps().stream()
                    .anyMatch(step -> step.cause().equals("web: recreate: not connected to network shop_default")
                            && step.action().name().endsWith("shop-web-1")),
                    plan.toString());
            assertTrue(up(shop, Simulation.after(seen, plan)).steps().isEmpty());
        }

        @Test
        void asks_before_a_changed_volume_is_lost() {
            Observation seen = running(Shop.of(WEB_AND_DB));
            Project changed = Shop.of(WEB_AND_DB.replace("{name: shop_data}", "{name: shop_data, labels: {a: b}}"));

            Plan cautious = up(changed, seen);
            Plan allowed = UpPlan.of(changed, seen, UpOptions.DEFAULTS.withAllowedDataLoss(Set.of("shop_data")));

            assertTrue(cautious.steps().isEmpty());
            assertEquals("shop_data", cautious.questions().getFirst().volume());
            assertEquals(List.of("stop shop-db-1", "remove shop-db-1", "remove shop_data", "create shop_data",
                    "create shop-db-1", "start shop-db-1", "await db"), verbs(allowed));
        }

        @Test
        void fails_before_anything_is_made_where_an_external_network_is_missing() {
            Project shop = Shop.of("""
                    services: {web: {image: nginx, networks: {out: null}}}
                    networks: {out: {name: out, external: true}}
                    """);

            MissingResourceException missing = assertThrows(MissingResourceException.class,
                    () -> up(shop, Observation.NOTHING));
            assertTrue(missing.getMessage().startsWith("network out declared as external, but could not be found"));
        }
    }

    @Test
    void tells_of_orphans_and_removes_them_only_when_told() {
        Project shop = Shop.of(WEB_AND_DB);
        Project less = Shop.of("services: {db: {image: x, network_mode: none}}");
        Observation seen = running(shop);

        Plan plan = up(less, seen);

        assertTrue(plan.notices().getFirst().text().startsWith("Found orphan containers ([shop-web-1])"));
        assertTrue(verbs(plan).stream().noneMatch(verb -> verb.contains("web")));
    }

    @Test
    void recreates_who_shares_the_network_of_a_container_that_is_recreated() {
        String shared = """
                services:
                  a: {image: x, network_mode: none}
                  b: {image: x, network_mode: "service:a", depends_on: {a: {condition: service_started, restart: true}}}
                """;
        Observation seen = running(Shop.of(shared));
        Project changed = Shop.of(shared.replace("a: {image: x", "a: {image: x, hostname: h"));

        Plan plan = up(changed, seen);

        assertTrue(plan.toString().contains("shares namespaces or volumes of a, which is recreated"), plan.toString());
        assertTrue(up(changed, Simulation.after(seen, plan)).steps().isEmpty());
    }

    private static Plan up(Project project, Observation seen) {
        return UpPlan.of(project, seen, UpOptions.DEFAULTS);
    }

    private static UpOptions recreate(UpOptions.Recreate policy) {
        UpOptions d = UpOptions.DEFAULTS;
        return new UpOptions(d.services(), policy, d.recreateDependencies(), true, true, Map.of(), false, false, false,
                null, false, Set.of());
    }

    private static Observation running(Project project) {
        return Simulation.after(Observation.NOTHING, up(project, Observation.NOTHING));
    }

    private static List<String> verbs(Plan plan) {
        return plan.steps().stream().map(step -> step.action().verb() + " " + step.action().name()).toList();
    }
}
