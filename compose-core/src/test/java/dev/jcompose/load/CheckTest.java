package dev.jcompose.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void a_chain_of_any_length_is_no_cycle() {
        StringBuilder chain = new StringBuilder("services:\n");
        for (int i = 0; i < 20_000; i++) {
            chain.append("  s").append(i).append(": {image: x, depends_on: {s").append(i + 1).append(": {}}}\n");
        }
        assertEquals(List.of(), check(chain + "  s20000: {image: x}\n"));
    }

    @Test
    void a_cycle_is_shown_by_its_way_and_places() {
        List<String> errors = check("""
                services:
                  a: {image: x, depends_on: {b: {}}}
                  b: {image: x, depends_on: {c: {}}}
                  c: {image: x, depends_on: {b: {}}}
                """);
        assertEquals(List.of("compose.yaml:3:30: services.b.depends_on: dependency cycle: b → c → b; remove one of: "
                + "b needs c at compose.yaml:3:30, c needs b at compose.yaml:4:30"), errors);
    }

    @Test
    void a_name_that_nothing_has_is_said_with_those_that_exist() {
        List<String> errors = check("""
                services:
                  web: {image: x, depends_on: {databse: {}}, networks: {inside: }}
                  database: {image: x}
                networks: {outside: }
                """);
        assertEquals(List.of(
                "compose.yaml:2:32: services.web.depends_on.databse: no such service 'databse'; "
                        + "did you mean 'database'?",
                "compose.yaml:2:57: services.web.networks: no such network 'inside'; defined: outside"),
                errors);
    }

    @Test
    void all_problems_of_a_project_are_said_at_once() {
        assertTrue(check("""
                services:
                  a: {}
                  b: {image: x, network_mode: host, networks: {n: }}
                  c: {image: x, scale: 2, deploy: {replicas: 3}, container_name: one}
                  d: {image: x, healthcheck: {test: [curl]}}
                networks: {n: }
                """).size() >= 5);
    }

    private static List<String> check(String yaml) {
        Problems problems = new Problems();
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", yaml.getBytes(StandardCharsets.UTF_8)).getFirst();
        Check.run(tree, Mapping.empty(tree.origin()), true, problems);
        return problems.errors().stream().map(Problem::toString).toList();
    }
}
