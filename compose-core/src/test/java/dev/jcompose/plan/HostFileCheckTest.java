package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.model.Project;
import dev.jcompose.observe.HostPaths;
import dev.jcompose.observe.ImageAges;
import dev.jcompose.observe.Observation;
import dev.jcompose.source.InvalidProjectException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostFileCheckTest {
    @Test
    void every_config_and_secret_without_its_file_is_an_error() {
        Project shop = Shop.of("""
                services:
                  web: {image: nginx, network_mode: none, configs: [{source: a}], secrets: [{source: b}]}
                configs:
                  a: {name: a, file: /gone/a}
                secrets:
                  b: {name: b, file: /gone/b}
                """);

        assertEquals(2, assertThrows(InvalidProjectException.class,
                () -> UpPlan.of(shop, without("/gone/a", "/gone/b"), UpOptions.DEFAULTS)).problems().size());
        assertEquals(2, UpPlan.of(shop, without("/other"), UpOptions.DEFAULTS).steps().size());
    }

    @ParameterizedTest
    @CsvSource({"/srv/app.conf, true", "/srv/data, false", "/etc/conf.d, false", "/home/.cache, false",
            "/srv/.env.local, true", "/v1.2/data, false"})
    void a_missing_source_that_looks_like_a_file_is_warned_of(String source, boolean warned) {
        Project shop = Shop.of("""
                services:
                  web:
                    image: nginx
                    network_mode: none
                    volumes: [{type: bind, source: %s, target: /x, bind: {create_host_path: true}}]
                """.formatted(source));

        List<Notice> notices = UpPlan.of(shop, without(source), UpOptions.DEFAULTS).notices();

        assertEquals(warned
                ? List.of(new Notice("compose.yaml:5:15: services.web.volumes[0]: " + source
                        + " is not there, and the engine makes a folder of that name; if it is to be a file, make it "
                        + "first"))
                : List.of(), notices);
    }

    private static Observation without(String... paths) {
        return Observation.NOTHING.with(ImageAges.NONE, new HostPaths(Map.of(), Set.of(paths)));
    }
}
