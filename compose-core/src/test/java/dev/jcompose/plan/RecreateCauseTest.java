package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.observe.HostPaths;
import dev.jcompose.observe.ImageAges;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a container is recreated: the file says something else than the container's own labels. */
class RecreateCauseTest {
    private static final String WEB = """
            services:
              web:
                image: nginx
                network_mode: none
                command: [a, b]
                environment:
                  LOG_LEVEL: info
                  DB_PASSWORD: hunter2
            """;

    @Test
    void names_each_attribute_that_changed_from_what_to_what_and_where() {
        assertEquals("web: recreate: command: [a, b] → [a, c] (compose.yaml:5:5), "
                + "environment.LOG_LEVEL: info → debug (compose.yaml:7:7)",
                cause(WEB, WEB.replace("info", "debug").replace("[a, b]", "[a, c]")));
    }

    @Test
    void names_what_is_set_no_more_and_what_was_not_set() {
        assertEquals("web: recreate: hostname: (unset) → h (compose.yaml:8:5), environment.LOG_LEVEL: info → (unset)",
                cause(WEB, WEB.replace("      LOG_LEVEL: info\n", "").replace("DB_PASSWORD: hunter2\n",
                        "DB_PASSWORD: hunter2\n    hostname: h\n")));
    }

    @Test
    void does_not_tell_secret_values_in_labels_or_causes() {
        String cause = cause(WEB, WEB.replace("hunter2", "hunter3"));

        assertTrue(cause.matches("web: recreate: environment.DB_PASSWORD: sha256:\\p{XDigit}{12} → "
                + "sha256:\\p{XDigit}{12} \\(compose.yaml:8:7\\)"), cause);
        assertFalse(container(WEB).label(Labels.CONFIGURATION).contains("hunter2"));
    }

    @Test
    void names_a_config_whose_content_changed() {
        String config = """
                services:
                  web: {image: nginx, network_mode: none, configs: [{source: app}]}
                configs:
                  app: {name: shop_app, content: first}
                """;

        String cause = cause(config, config.replace("first", "second"));

        assertTrue(cause.matches("web: recreate: configs.app content: \\p{XDigit}{16} → \\p{XDigit}{16} "
                + "\\(compose.yaml:4:3\\)"), cause);
    }

    @Test
    void names_a_secret_whose_file_changed() {
        Project shop = Shop.of("""
                services:
                  web: {image: nginx, network_mode: none, secrets: [{source: key}]}
                secrets:
                  key: {name: shop_key, file: /run/key}
                """);
        Observation before = Observation.NOTHING.with(ImageAges.NONE, digest("1"));
        Observation after = Simulation.after(before, UpPlan.of(shop, before, UpOptions.DEFAULTS));

        Plan unchanged = UpPlan.of(shop, after.with(ImageAges.NONE, digest("1")), UpOptions.DEFAULTS);
        Plan changed = UpPlan.of(shop, after.with(ImageAges.NONE, digest("2")), UpOptions.DEFAULTS);

        assertTrue(unchanged.steps().isEmpty(), unchanged.toString());
        assertTrue(changed.steps().getFirst().cause().startsWith("web: recreate: secrets.key content: "),
                changed.toString());
    }

    @Test
    void names_both_images_where_the_image_of_that_name_is_another() {
        Project shop = Shop.of(WEB);
        Observation before = images("sha256:" + "1".repeat(64));
        Observation after = Simulation.after(before, UpPlan.of(shop, before, UpOptions.DEFAULTS));

        Plan plan = UpPlan.of(shop, new Observation(after.containers(), after.networks(), after.volumes(),
                images("sha256:" + "2".repeat(64)).images()), UpOptions.DEFAULTS);

        assertEquals("web: recreate: image nginx changed: 111111111111 → 222222222222",
                plan.steps().getFirst().cause());
    }

    @Test
    void takes_two_loads_of_the_same_file_for_the_same() {
        Observation seen = Simulation.after(Observation.NOTHING,
                UpPlan.of(Shop.of(WEB), Observation.NOTHING, UpOptions.DEFAULTS));

        assertTrue(UpPlan.of(Shop.of(WEB), seen, UpOptions.DEFAULTS).steps().isEmpty());
    }

    private static HostPaths digest(String digest) {
        return new HostPaths(Map.of("/run/key", digest), Set.of());
    }

    private static Observation images(String id) {
        Observation nothing = Observation.NOTHING;
        return new Observation(nothing.containers(), nothing.networks(), nothing.volumes(),
                Map.of("nginx:latest", id));
    }

    private static ObservedContainer container(String yaml) {
        return Simulation.after(Observation.NOTHING,
                UpPlan.of(Shop.of(yaml), Observation.NOTHING, UpOptions.DEFAULTS)).containers().getFirst();
    }

    private static String cause(String before, String after) {
        Observation seen = Simulation.after(Observation.NOTHING,
                UpPlan.of(Shop.of(before), Observation.NOTHING, UpOptions.DEFAULTS));
        return UpPlan.of(Shop.of(after), seen, UpOptions.DEFAULTS).steps().getFirst().cause();
    }
}
