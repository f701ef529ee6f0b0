package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.observe.HostPaths;
import dev.jcompose.observe.ImageAges;
import dev.jcompose.observe.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PullPlanTest {
    private static final Observation SEEN = new Observation(List.of(), List.of(), List.of(), List.of(),
            Map.of("here:1", "sha256:1", "old:1", "sha256:2", "here:latest", "sha256:3"),
            Map.of(), new ImageAges(Map.of("here:1", Duration.ofHours(1), "old:1", Duration.ofDays(3))),
            HostPaths.UNKNOWN);

    private static String text(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.action().verb() + " " + step.action().name() + ": " + step.cause())
                .collect(Collectors.joining("\n"));
    }

    private static String pulled(String services, PullOptions options) {
        return text(PullPlan.of(Shop.of("services:\n" + services), SEEN, options));
    }

    @Test
    void who_asks_gets_all_images_anew_each_once() {
        assertEquals("pull here:1: pull requested\npull there: pull requested", pulled("""
                  a: {image: "here:1"}
                  b: {image: there}
                  c: {image: there}
                  d: {build: {context: /d}}
                """, PullOptions.DEFAULTS));
    }

    @Test
    void what_a_service_says_counts() {
        assertEquals("""
                pull gone:1: not found
                pull here: its tag is latest
                pull here:1: pull policy is every_2h
                pull old:1: pull policy is daily""", pulled("""
                  a: {image: "here:1", pull_policy: missing}
                  b: {image: "gone:1", pull_policy: missing}
                  c: {image: here, pull_policy: missing}
                  d: {image: "never:1", pull_policy: never}
                  e: {image: "old:1", pull_policy: daily}
                  f: {image: "here:1", pull_policy: every_2h}
                """, PullOptions.DEFAULTS));
    }

    @Test
    void flags_choose() {
        PullOptions options = new PullOptions(List.of("a", "b"), true, "missing", true, false);

        assertEquals("pull base:1: not found\npull gone:1: not found", pulled("""
                  a: {image: "gone:1", pull_policy: always, depends_on: {base: {condition: service_started}}}
                  b: {image: "built:1", build: {context: /b}}
                  c: {image: "other:1"}
                  base: {image: "base:1"}
                """, options));
    }

    @Test
    void up_pulls_what_is_missing_or_too_old() {
        assertEquals("""
                pull gone:1: not found
                pull old:1: older than pull policy daily allows""",
                text(ImagePlan.pulls(Shop.of("""
                        services:
                          a: {image: "here:1"}
                          b: {image: "gone:1"}
                          c: {image: "old:1", pull_policy: daily}
                          d: {image: "old:1", pull_policy: weekly}
                        """), SEEN, ImageOptions.DEFAULTS)));
    }

    @Test
    void hooks_have_images_too() {
        String shop = """
                services:
                  a: {image: "here:1", pre_start: [{command: [x], image: "here:1"}, {command: [y], image: "gone:1"}]}
                  b: {build: {context: /b}, pre_start: [{command: [x], image: "gone:1"}, {command: [y]}]}
                """;

        assertEquals("pull gone:1: not found", text(ImagePlan.pulls(Shop.of(shop), SEEN, ImageOptions.DEFAULTS)));
        assertEquals("pull gone:1: pull requested\npull here:1: pull requested",
                text(PullPlan.of(Shop.of(shop), SEEN, PullOptions.DEFAULTS)));
    }

    @Test
    void push_sends_what_was_built_with_all_its_tags() {
        Plan plan = PushPlan.of(Shop.of("""
                services:
                  a: {image: "shop/a:1", build: {context: /a, tags: ["shop/a:dev"]}}
                  b: {image: "shop/a:1", build: {context: /a}}
                  c: {build: {context: /c}}
                  d: {image: busybox}
                """), List.of(), false, false);

        assertEquals("push shop/a:1: built by a, b\npush shop/a:dev: built by a", text(plan));
        assertEquals(List.of("service c has no image name and is not pushed; give it an 'image'"),
                plan.notices().stream().map(Notice::text).toList());
    }
}
