package dev.jcompose.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.MemoryFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Path FOLDER = Path.of("/project");

    private static final Map<String, String> FILES = Map.of("compose.yaml", """
            x-environment: &environment
              LOG: debug
              HOST: anchor
            include: [cache.yaml]
            services:
              web:
                extends: {file: base.yaml, service: base}
                image: "web:${TAG:-1}"
                environment:
                  <<: *environment
                  HOST: localhost
                env_file: [one.env, two.env]
                label_file: labels.env
                ports: ["80:80"]
                labels: {org.example.name: here}
            """, "compose.override.yaml", """
            services:
              web:
                image: "web:${VERSION}"
                environment: ["HOST=${DATABASE}", USER]
                ports: ["80:80", "81:81"]
            """, "base.yaml", """
            services:
              base: {image: base, environment: {HOST: base}, command: [a, b]}
            """, "cache.yaml", "services: {cache: {image: redis}}", ".env", "VERSION=7\nDATABASE=${VERSION}.example\n",
            "one.env", "ONE=1\nHOST=file\n", "two.env", "ONE=${VERSION}\n", "labels.env", "org.example.name=file\n");

    private static LoadedProject load() {
        Map<Path, String> files = new LinkedHashMap<>();
        FILES.forEach((name, text) -> files.put(FOLDER.resolve(name), text));
        return ComposeLoader.load(LoadRequest.in(FOLDER)
                .withSource(MemoryFiles.of(files))
                .withEnvironment(Environment.shell(Map.of("USER", "me")))
                .withOptions(LoadOptions.DEFAULTS.trace(true)));
    }

    /** The places of a single value, a line each: position, value, ways, variables. */
    private static String places(String path) {
        List<Explanation.Leaf> leaves = Explanation.of(load().tree(), path).leaves();
        assertEquals(1, leaves.size());
        return leaves.getFirst().places().stream().map(place -> place.position() + " "
                + ConfigWriter.writeValue(place.value()).strip()
                + place.ways().stream().map(way -> " " + way.kind() + " " + way.reference()).collect(
                        Collectors.joining())
                + place.variables().stream().map(use -> " " + use.name() + "=" + use.value() + " from " + use.source())
                        .collect(Collectors.joining())
                + "\n").collect(Collectors.joining());
    }

    @Test
    void every_place_that_set_a_variable_is_named_in_order() {
        assertEquals("""
                one.env:2:1 file ENV_FILE compose.yaml:12:16
                base.yaml:2:43 base EXTENDS compose.yaml:7:14
                compose.yaml:3:9 anchor ALIAS compose.yaml:10:11
                compose.yaml:11:13 localhost
                compose.override.yaml:4:19 7.example VERSION=7 from .env:1 DATABASE=7.example from .env:2
                """, places("services.web.environment.HOST"));
    }

    @Test
    void defaults_and_the_shell_are_sources_too() {
        assertEquals("""
                base.yaml:2:17 base EXTENDS compose.yaml:7:14
                compose.yaml:8:12 web:1 TAG=1 from default
                compose.override.yaml:3:12 web:7 VERSION=7 from .env:1
                """, places("services.web.image"));
        assertEquals("compose.override.yaml:4:39 me USER=me from shell\n", places("services.web.environment.USER"));
    }

    @Test
    void files_of_variables_and_labels_replace_each_other() {
        assertEquals("""
                one.env:1:1 "1" ENV_FILE compose.yaml:12:16
                two.env:1:1 "7" ENV_FILE compose.yaml:12:25 VERSION=7 from .env:1
                """, places("services.web.environment.ONE"));
        assertEquals("""
                labels.env:1:1 file LABEL_FILE compose.yaml:13:17
                compose.yaml:15:32 here
                """, places("services.web.labels.org.example.name"));
    }

    @Test
    void an_item_that_took_the_place_of_another_has_the_history_of_both() {
        assertEquals("""
                compose.yaml:14:13 80
                compose.override.yaml:5:13 80
                """, places("services.web.ports[0].target"));
        assertEquals("compose.override.yaml:5:22 81\n", places("services.web.ports[1].target"));
    }

    @Test
    void what_an_included_file_says_names_the_include() {
        assertEquals("cache.yaml:1:27 redis INCLUDE compose.yaml:4:11\n", places("services.cache.image"));
    }

    @Test
    void a_mapping_or_sequence_is_explained_value_by_value() {
        assertEquals(List.of("services.web.command[0]", "services.web.command[1]"),
                Explanation.of(load().tree(), "services.web.command").leaves().stream()
                        .map(leaf -> leaf.path().toString()).toList());
    }

    @Test
    void a_path_that_leads_nowhere_tells_what_there_is() {
        assertMessage("services.wob", "services.wob: no 'wob' in services; did you mean 'web'? defined: cache, web");
        assertMessage("services.web.ports[2]",
                "services.web.ports[2]: no [2] in services.web.ports, which has [0] to [1]");
        assertMessage("services.web.image.tag",
                "services.web.image.tag: services.web.image is a single value; nothing is below it");
        assertMessage("service", "service: no 'service' in the project; did you mean 'services'? "
                + "defined: name, networks, services, x-environment");
        for (String odd : List.of("", ".", "[", "[0]", "services[", "services..web", "services.web.ports[-1]",
                "services.web.ports[99999999999]", "services['", "services[\"web\"]x", "services.web.", "]")) {
            assertTrue(assertThrows(UnknownAttributeException.class, () -> Explanation.of(load().tree(), odd), odd)
                    .getMessage().contains(": "), odd);
        }
    }

    private static void assertMessage(String path, String message) {
        assertEquals(message, assertThrows(UnknownAttributeException.class, () -> Explanation.of(load().tree(), path))
                .getMessage());
    }

    @Test
    void a_program_reads_any_attribute_by_its_path() {
        assertEquals("a", load().at("services.web.command[0]").map(node -> ConfigWriter.writeValue(node).strip())
                .orElse(""));
        assertEquals(load().at("services['web'].labels[\"org.example.name\"]"),
                load().project().at("services.web.labels.org.example.name"));
        assertTrue(load().project().at("services.web.nothing").isEmpty());
    }
}
