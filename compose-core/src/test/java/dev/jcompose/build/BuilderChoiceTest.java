package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where there is a buildx, who is asked to build? This one fails whatever it is asked. */
@Timeout(60)
class BuilderChoiceTest {
    private static final String FOLDER = "build: {context: FOLDER}";
    private static final String SSH = "build: {context: FOLDER, ssh: [default]}";

    @TempDir
    Path folder;

    @BeforeEach
    void buildx() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
        Path program = Files.writeString(folder.resolve("docker-buildx"), "#!/bin/sh\necho asked >&2\nexit 1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The images that the engine was asked to build. */
    private Set<String> builtByEngine(String server, String buildKit, String service) throws IOException {
        Project project = Projects.of(folder.toString(), Map.of(),
                "name: choice\nservices: {web: {" + service.replace("FOLDER", folder.toString()) + "}}");
        Map<String, String> environment = new TreeMap<>(Map.of("PATH", folder + ":" + System.getenv("PATH"), "HOME",
                folder.toString(), "DOCKER_CONFIG", folder.toString()));
        if (!buildKit.isEmpty()) {
            environment.put("DOCKER_BUILDKIT", buildKit);
        }
        try (ContextCatcher catcher = new ContextCatcher(server);
                Engine engine = DockerEngine.connect(DockerHost.of(catcher.address()))) {
            Builders.of(engine, environment).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                    Projects.DEAF);
            return catcher.caught().keySet();
        }
    }

    @Test
    void podmans_own_builder_makes_what_it_can() throws IOException {
        assertEquals(Set.of("choice-web"), builtByEngine("Libpod/4.3.1 (linux)", "", FOLDER));
    }

    @ParameterizedTest
    @CsvSource({"Docker/28.5.2 (linux),,no", "Docker/28.5.2 (linux),1,no", "Libpod/4.3.1 (linux),1,no",
            "Libpod/4.3.1 (linux),,ssh"})
    void everything_else_is_for_buildx(String server, String buildKit, String needs) {
        assertThrows(BuildFailedException.class,
                () -> builtByEngine(server, buildKit == null ? "" : buildKit, needs.equals("ssh") ? SSH : FOLDER));
    }
}
