package dev.jcompose.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.model.Dependency.Condition;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private static Project project(String yaml) {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", yaml).getFirst();
        return Project.decode(tree, Mapping.empty(Origin.at(Position.DEFAULT)), ProjectOrigin.none("/shop"));
    }

    private static Service service(String yaml) {
        return project("services:\n  web:\n    " + yaml.replace("\n", "\n    ")).service("web").orElseThrow();
    }

    @Test
    void has_what_the_tree_has() {
        Project project = project("""
                name: shop
                services:
                  web: {image: nginx, networks: {default: null}}
                networks: {default: {name: shop_default, ipam: {}}}
                volumes: {data: {name: shop_data, external: true}}
                secrets: {key: {name: shop_key, environment: KEY}}
                models: {llm: {model: ai/x, context_size: 9}}
                x-team: [red, blue]
                """);
        assertEquals("shop", project.name());
        assertEquals("shop_default", project.network("default").orElseThrow().name());
        assertTrue(project.volume("data").orElseThrow().external());
        Service web = project.service("web").orElseThrow();
        assertEquals(List.of("default"), List.copyOf(web.networking().networks().keySet()));
        Scalar team = (Scalar) project.at(new YamlPath(List.of("x-team", 1))).orElseThrow();
        assertEquals("blue", team.text());
        assertTrue(project.service("none").isEmpty());
    }

    @Test
    void tells_nothing_said_from_nothing_wanted() {
        assertNull(service("{command: null}").process().command());
        assertEquals(List.of(), service("{command: []}").process().command());
    }

    @Test
    void counts_replicas_by_scale_then_by_deploy() {
        assertEquals(1, service("{image: a}").replicas());
        assertEquals(3, service("{deploy: {replicas: 3}}").replicas());
        assertEquals(2, service("{scale: 2}").replicas());
    }

    @Test
    void knows_what_a_service_waits_for() {
        Dependency db = service("depends_on: {db: {condition: service_healthy, required: false}}").dependsOn()
                .get("db");
        assertEquals(new Dependency(Condition.SERVICE_HEALTHY, false, false), db);
    }

    @Test
    void keeps_variables_without_a_value() {
        Process process = service("environment: {A: '1', B: null}").process();
        assertEquals("1", process.environment().get("A"));
        assertTrue(process.environment().containsKey("B"));
        assertNull(process.environment().get("B"));
    }

    @Test
    void points_at_a_value_of_another_type() {
        InvalidProjectException failure = assertThrows(InvalidProjectException.class,
                () -> service("{image: a,\n scale: many}"));
        assertEquals("compose.yaml:4:13: services.web.scale: not an integer", failure.getMessage());
    }
}
