package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that this engine, or any single one, can make nothing of are told of with their places. */
@Timeout(180)
class UnheededAttributesIT {
    private static final Map<String, String> OLD = Map.of("DOCKER_API_VERSION", "1.41");

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void engine() {
        cli = new EngineCli(folder);
    }

    @AfterEach
    void down() {
        cli.close();
    }

    @Test
    void what_an_old_api_cannot_do_is_refused_before_anything_is_made() throws IOException {
        cli.file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    healthcheck: {test: "true", start_period: 5s, start_interval: 1s}
                    volumes:
                      - {type: image, source: busybox, target: /img}
                      - {type: volume, source: data, target: /data, volume: {subpath: a}}
                volumes: {data: {}}
                """);

        Cli.Result refused = cli.runWith(OLD, "up", "-d");
        Cli.Result planned = cli.runWith(OLD, "plan");

        String told = """
                compose.yaml:4:67: services.web.healthcheck.start_interval: cannot be had: it needs API 1.44, and this \
                engine speaks 1.41; update the engine, or remove it
                compose.yaml:6:9: services.web.volumes[0]: cannot be had: it needs API 1.48, and this engine speaks \
                1.41; update the engine, or remove it
                compose.yaml:7:71: services.web.volumes[1].volume.subpath: cannot be had: it needs API 1.45, and this \
                engine speaks 1.41; update the engine, or remove it
                """;
        assertEquals(new Cli.Result(1, "", told), refused);
        assertEquals(new Cli.Result(1, "", told), planned);
        assertEquals("", cli.run("ps", "-aq").out());
        assertFalse(cli.run("volumes", "-q").out().contains("data"));
    }

    @Test
    void what_an_old_api_leaves_out_is_warned_of() throws IOException {
        cli.file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    annotations: {a.b/c: d}
                """);

        Cli.Result made = cli.runWith(OLD, "create");

        assertEquals(0, made.code(), made.err());
        assertTrue(made.err().contains("warning: compose.yaml:4:18: services.web.annotations: is left out: it needs "
                + "API 1.43, and this engine speaks 1.41; update the engine, or remove it"), made.err());
    }

    @Test
    @NeedsEngine(api = "1.43", because = "annotations")
    void what_this_engine_can_do_is_not_warned_of() throws IOException {
        cli.file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    annotations: {a.b/c: d}
                """);

        Cli.Result made = cli.run("create");

        assertEquals(0, made.code(), made.err());
        assertFalse(made.err().contains("annotations"), made.err());
    }

    @Test
    void what_is_for_swarms_is_warned_of_once_where_containers_are_made() throws IOException {
        cli.file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    credential_spec: {file: spec.json}
                    deploy:
                      replicas: 2
                      update_config: {parallelism: 2}
                      restart_policy: {condition: none, delay: 5s}
                """);

        Cli.Result made = cli.run("create");

        assertEquals(0, made.code(), made.err());
        assertEquals(
                """
                        warning: compose.yaml:7:22: services.web.deploy.update_config: has no effect: it is for swarms, and one \
                        engine runs this project; remove it
                        warning: compose.yaml:8:48: services.web.deploy.restart_policy.delay: has no effect: it is for swarms, \
                        and one engine runs this project; remove it
                        warning: compose.yaml:4:22: services.web.credential_spec: has no effect: no container is told of it; \
                        remove it
                        """,
                made.err().lines().filter(line -> line.startsWith("warning: ")).map(line -> line + "\n")
                        .reduce("", String::concat));
        assertFalse(cli.run("create").err().contains("warning"));
    }
}
