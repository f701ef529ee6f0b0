package dev.jcompose.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceGraphTest {
    /** web → api → db, web → cache, tool stands alone. */
    private static final ServiceGraph SHOP = ServiceGraph.of(Map.of("web", Set.of("api", "cache"), "api", Set.of("db"),
            "db", Set.of(), "cache", Set.of(), "tool", Set.of()));

    @Test
    void puts_dependencies_first_and_sorts_the_rest() {
        assertEquals(List.of("cache", "db", "api", "tool", "web"), SHOP.order());
        assertEquals(List.of("web", "tool", "api", "db", "cache"), SHOP.reverseOrder());
    }

    @Test
    void follows_dependencies_and_dependents_all_the_way() {
        assertEquals(List.of("db", "api"), SHOP.withDependencies(List.of("api")));
        assertEquals(List.of("db", "api", "web"), SHOP.withDependents(List.of("db")));
        assertEquals(Set.of("api", "cache"), SHOP.dependenciesOf("web"));
        assertEquals(Set.of("web"), SHOP.dependentsOf("cache"));
    }

    @Test
    void passes_over_names_that_are_no_services() {
        assertEquals(List.of("web"), ServiceGraph.of(Map.of("web", Set.of("gone"))).order());
    }

    @Test
    void spells_a_cycle_out() {
        CycleException cycle = assertThrows(CycleException.class, () -> ServiceGraph
                .of(Map.of("web", Set.of("db"), "db", Set.of("cache"), "cache", Set.of("web"), "x", Set.of("web"))));

        assertEquals(List.of("cache", "web", "db", "cache"), cycle.path());
        assertEquals("dependency cycle: cache → web → db → cache", cycle.getMessage());
    }

    @Test
    void spells_out_a_service_that_depends_on_itself() {
        CycleException cycle = assertThrows(CycleException.class, () -> ServiceGraph.of(Map.of("a", Set.of("a"))));

        assertEquals(List.of("a", "a"), cycle.path());
    }
}
