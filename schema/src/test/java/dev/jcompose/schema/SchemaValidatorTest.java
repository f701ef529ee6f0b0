package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaValidatorTest {
    private static List<Violation> check(String json) {
        return SchemaValidator.check(Table.json(json));
    }

    private static List<String> said(List<Violation> violations) {
        return violations.stream().map(Violation::toString).toList();
    }

    @Test
    void reports_everything_at_once_the_deepest_first_and_else_in_the_order_of_the_document() {
        assertEquals(List.of("services.web.ports[0].prto: unknown attribute 'prto'; "
                + "allowed here: app_protocol, host_ip, mode, name, protocol, published, target",
                "services.web.build.contxt: unknown attribute 'contxt'; did you mean 'context'?",
                "services.web.cgroup: must be host or private, not 'hots'; did you mean 'host'?",
                "services.web.init: must be a string or a boolean, not a list",
                "versoin: unknown attribute 'versoin'; did you mean 'version'?"), said(check("""
                        {"versoin": "3", "services": {"web": {
                            "cgroup": "hots", "build": {"contxt": "."}, "init": [], "ports": [{"prto": 1}, 80]}}}""")));
    }

    @Test
    void points_to_the_key_where_the_key_is_wrong() {
        Violation unknown = check("{\"services\": {\"web\": {\"bild\": \".\"}}}").get(0);
        assertEquals(List.of("services", "web", "bild"), unknown.pointer());
        assertTrue(unknown.atKey());
        Violation wrong = check("{\"services\": {\"web\": {\"ports\": [true]}}}").get(0);
        assertEquals(List.of("services", "web", "ports", 0), wrong.pointer());
        assertFalse(wrong.atKey());
    }

    @Test
    void tells_what_another_file_may_supply() {
        assertTrue(check("{\"services\": {\"web\": {\"image\": null}}}").get(0).incomplete());
        assertTrue(check("{\"services\": {\"web\": {\"depends_on\": {\"db\": {}}}}}").get(0).incomplete());
        assertFalse(check("{\"services\": {\"web\": {\"image\": 1}}}").get(0).incomplete());
    }

    @Test
    void an_empty_document_is_no_mapping() {
        assertEquals(List.of("must be a mapping, but has no value; give it a value, or remove it"),
                said(SchemaValidator.check(null)));
    }

    @Test
    void values_of_other_types_are_refused_but_in_extensions() {
        LocalDate date = LocalDate.of(2026, 1, 2);
        assertEquals(List.of("services.web.labels.day: must be a string, a number, a boolean or empty, not a date; "
                + "put it in quotes"),
                said(SchemaValidator.check(
                        Map.of("x-day", date, "services", Map.of("web", Map.of("labels", Map.of("day", date)))))));
    }

    @Test
    void numbers_are_whole_by_their_value() {
        assertEquals(List.of(), SchemaValidator.check(List.of("services", "web", "scale"), 2.0));
        assertEquals(List.of("services.web.scale: must be a string or a whole number, not the number 2.5; "
                + "put it in quotes: \"2.5\""),
                said(SchemaValidator.check(List.of("services", "web", "scale"), 2.5)));
        assertEquals(List.of(), SchemaValidator.check(List.of("services", "web", "cpus"), Double.POSITIVE_INFINITY));
    }

    @Test
    void a_place_that_the_schema_does_not_have_cannot_be_checked() {
        assertThrows(IllegalArgumentException.class, () -> SchemaValidator.check(List.of("nowhere"), "x"));
    }

    @Test
    void many_services_and_deep_extensions_take_little_time() {
        @Nullable
        Object deep = "end";
        for (int i = 0; i < 1000; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("k", deep);
        }
        Map<String, Object> services = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            services.put("s" + i, Map.of("image", "nginx", "ports", List.of("80", 81), "environment", Map.of("A", i)));
        }
        Map<String, Object> document = Map.of("x-deep", deep, "services", services);
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertEquals(List.of(), SchemaValidator.check(document)));
    }

    @Test
    void long_values_are_refused_as_any_other() {
        for (String value : List.of("1".repeat(100_000), "1s".repeat(100_000))) {
            assertEquals("pattern", SchemaValidator.check(List.of("services", "web", "stop_grace_period"), value).get(0)
                    .keyword());
        }
    }

    @Test
    void threads_may_check_at_the_same_time() throws Exception {
        List<Callable<List<Violation>>> checks = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            checks.add(() -> check("{\"services\": {\"web\": {\"deploy\": {\"replica\": 1}, \"ports\": [80]}}}"));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Violation>> each : threads.invokeAll(checks)) {
                assertEquals(
                        List.of("services.web.deploy.replica: unknown attribute 'replica'; did you mean 'replicas'?"),
                        said(each.get()));
            }
        }
    }
}
