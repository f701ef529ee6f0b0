package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.observe.Observation;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.yaml.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What DOCKER_DEFAULT_PLATFORM means, in a project with a service that is pulled and three that are built. */
class DefaultPlatformTest {
    private static final String SERVICES = """
            services:
              pulled: {command: null, entrypoint: null, image: "pulled:1"}
              built: {build: {context: /b, dockerfile: Dockerfile}, command: null, entrypoint: null}
              named: {build: {context: /b}, command: null, entrypoint: null, platform: linux/386}
              several: {build: {context: /b, platforms: [linux/amd64, linux/arm64]}, command: null, entrypoint: null}
            """;

    private static Project project(String platform) {
        ProjectOrigin origin = new ProjectOrigin("/shop", List.of(), List.of(), Set.of(),
                Map.of("DOCKER_DEFAULT_PLATFORM", platform), List.of());
        return Project.decode(Shop.of(SERVICES).canonical(), Shop.of("services: {}").canonical(), origin);
    }

    private static Plan builds(String platform, String service) {
        return ImagePlan.builds(project(platform), Observation.NOTHING,
                new ImageOptions(List.of(service), false, null, true, false, BuildOptions.DEFAULTS));
    }

    @Test
    void images_are_pulled_for_it_and_the_service_stays_as_it_is() {
        Project project = project("linux/arm64");
        Action pull = ImagePlan.pulls(project, Observation.NOTHING, ImageOptions.DEFAULTS).steps().getFirst().action();

        assertEquals("linux/arm64", ((Action.PullImage) pull).platform());
        assertEquals(Shop.of(SERVICES).service("pulled"), project.service("pulled"));
    }

    @Test
    void what_is_built_is_of_it_unless_it_names_one() {
        Project project = project("linux/arm64");

        assertEquals("linux/arm64", project.service("built").orElseThrow().platform());
        assertEquals("linux/386", project.service("named").orElseThrow().platform());
        assertEquals(ConfigHash.service(project.service("named").orElseThrow().canonical().with("platform",
                Scalar.string("linux/arm64", project.canonical().origin()))),
                ConfigHash.service(project.service("built").orElseThrow().canonical()));
    }

    @Test
    void what_is_not_built_for_it_is_refused_when_it_is_to_be_built() {
        assertEquals(1, builds("linux/arm64", "several").steps().size());
        InvalidProjectException refused = assertThrows(InvalidProjectException.class,
                () -> builds("linux/s390x", "several"));
        assertEquals("compose.yaml:5:45: services.several: DOCKER_DEFAULT_PLATFORM is linux/s390x, which is not among "
                + "build.platforms; built for: linux/amd64, linux/arm64", refused.getMessage());
    }
}
