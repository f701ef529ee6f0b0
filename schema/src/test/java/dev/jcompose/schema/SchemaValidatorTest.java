package dev.jcompose.schema;

import static java.util.Collections.singletonMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SchemaValidatorTest {
    private static Map<String, Object> service(String attribute, @Nullable Object value) {
        return Map.of("services", Map.of("web", singletonMap(attribute, value)));
    }

    private static String said(Map<String, Object> document) {
        return String.join("\n", SchemaValidator.check(document).stream().map(Violation::toString).toList());
    }

    @Nested
    class Unknown_attributes {
        @Test
        void of_a_service_come_with_the_nearest_name() {
            assertEquals("services.web.bild: unknown attribute 'bild'; did you mean 'build'?",
                    said(service("bild", ".")));
            assertEquals("services.web.enviroment: unknown attribute 'enviroment'; did you mean 'environment'?",
                    said(service("enviroment", List.of())));
        }

        @Test
        void point_to_the_key() {
            Violation violation = SchemaValidator.check(service("bild", ".")).get(0);
            assertEquals(List.of("services", "web", "bild"), violation.pointer());
            assertEquals(true, violation.atKey());
        }

        @Test
        void that_belong_one_level_deeper_are_sent_there() {
            assertEquals("services.web.replicas: unknown attribute 'replicas'; it belongs under 'deploy'",
                    said(service("replicas", 2)));
        }

        @Test
        void of_a_small_mapping_come_with_all_that_is_allowed() {
            assertEquals("services.web.logging.level: unknown attribute 'level'; allowed here: driver, options",
                    said(service("logging", Map.of("level", "debug"))));
        }

        @Test
        void may_have_slashes_and_tildes_in_their_name() {
            assertEquals("services.web.build.a/b~c: unknown attribute 'a/b~c'",
                    said(service("build", Map.of("a/b~c", 1))));
        }
    }

    @Nested
    class Wrong_types {
        @Test
        void name_what_is_allowed_and_what_was_found() {
            assertEquals("services.web.command: must be a string, a list or empty, not a mapping",
                    said(service("command", Map.of("a", "b", "c", "d"))));
            assertEquals("services.web.image: must be a string, not the number 3.8; put it in quotes: \"3.8\"",
                    said(service("image", 3.8)));
            assertEquals("services.web.image: must be a string, but has no value; give it a value, or remove it",
                    said(service("image", null)));
        }

        @Test
        void of_a_form_that_was_meant_are_told_for_that_form() {
            assertEquals(
                    "services.web.environment.A: must be a string, a number, true or false or empty, not a mapping",
                    said(service("environment", Map.of("A", Map.of("b", "c")))));
            assertEquals("services.web.ports[1].targt: unknown attribute 'targt'; did you mean 'target'?",
                    said(service("ports", List.of("80:80", Map.of("targt", 80)))));
        }
    }

    @Test
    void reports_everything_at_once_the_deepest_first() {
        assertEquals("""
                services.web.build.contxt: unknown attribute 'contxt'; did you mean 'context'?
                services.web.cgroup: must be host or private, not 'hots'; did you mean 'host'?
                versoin: unknown attribute 'versoin'; did you mean 'version'?""",
                said(Map.of("versoin", "3", "services",
                        Map.of("web",
                                new java.util.TreeMap<>(Map.of("build", Map.of("contxt", "."), "cgroup", "hots"))))));
    }

    @Test
    void checks_a_part_of_a_document() {
        List<Violation> found = SchemaValidator.check(List.of("services", "web", "ports"), List.of(true));
        assertEquals(List.of("services", "web", "ports", 0), found.get(0).pointer());
        assertThrows(IllegalArgumentException.class, () -> SchemaValidator.check(List.of("nowhere"), "x"));
    }
}
