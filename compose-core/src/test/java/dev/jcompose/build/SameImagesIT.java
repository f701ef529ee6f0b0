package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that docker compose and jcompose build of the same files have the same configuration and content. */
class SameImagesIT {
    private static final List<String> SERVICES = List.of("copied", "run", "staged", "inline", "bare");
    private static final String LIST = "cd /; for d in in made; do [ -e $d ] && find $d -exec stat -c '%n %a %u:%g %F'"
            + " {} + | sort && find $d -type f -exec md5sum {} + | sort; done; true";

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void files() throws Exception {
        engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()));
        assumeTrue(Present.busybox(engine) && Present.answers("docker", "compose", "version"),
                "needs a Docker engine with the image busybox, and docker compose");
        write("copied/Dockerfile", """
                FROM busybox
                COPY --chown=1000:1000 a.sh link /in/
                COPY . /in/all/
                WORKDIR /in
                USER 1000:1000
                ENV A=1 B="two words"
                LABEL own=label
                EXPOSE 80/tcp 53/udp
                """);
        write("copied/a.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(folder.resolve("copied/a.sh"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(folder.resolve("copied/link"), Path.of("a.sh"));
        write("copied/.dockerignore", "**/*.log\n!keep.log\nsecret\n");
        write("copied/x/y.log", "no");
        write("copied/keep.log", "yes");
        write("copied/secret/key", "no");
        write("run/Dockerfile", """
                FROM busybox
                ARG VALUE=none
                RUN mkdir /made && echo "$VALUE" > /made/value && chmod 0600 /made/value
                ENTRYPOINT ["/bin/sh", "-c"]
                CMD ["echo hello"]
                HEALTHCHECK --interval=5s CMD true
                STOPSIGNAL SIGINT
                VOLUME /data
                """);
        write("staged/Dockerfile", """
                FROM busybox AS first
                RUN mkdir /made && echo first > /made/first
                FROM busybox AS second
                COPY --from=first /made /made
                FROM second AS third
                RUN false
                """);
        write("bare/Dockerfile", "FROM busybox\n");
        write("compose.yaml", """
                name: jcompose-same-it
                services:
                  copied: {build: copied}
                  run: {build: {context: run, args: {VALUE: given}, labels: {tier: front}}}
                  staged: {build: {context: staged, target: second}}
                  inline: {build: {context: copied, dockerfile_inline: "FROM busybox\\nCOPY a.sh /in/"}}
                  bare: {image: "jcompose-same-it-bare", build: bare}
                """);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void leave_nothing() {
        SERVICES.forEach(this::remove);
        engine.close();
    }

    private void remove(String service) {
        try {
            engine.images().remove(image(service), true, true);
        } catch (EngineException.NotFound none) {
            // not built
        }
    }

    private static String image(String service) {
        return "jcompose-same-it-" + service;
    }

    private Map<String, String> environment(String buildKit) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("DOCKER_BUILDKIT");
        if (!buildKit.isEmpty()) {
            environment.put("DOCKER_BUILDKIT", buildKit);
        }
        return environment;
    }

    private String docker(String buildKit, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment(buildKit));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** By service: the configuration, without the labels that tell who built for whom, and what is in the image. */
    private Map<String, String> images() throws Exception {
        Map<String, String> images = new TreeMap<>();
        for (String service : SERVICES) {
            ImageDetails details = engine.images().inspect(image(service));
            Map<String, String> labels = new TreeMap<>(details.labels());
            List.of("version", "project", "service").forEach(key -> labels.remove("com.docker.compose." + key));
            String content = docker("", "run", "--rm", "--network", "none", "--user", "0", "--entrypoint", "sh",
                    image(service), "-c", LIST);
            images.put(service, String.join("\n", labels.toString(), details.entrypoint().toString(),
                    details.command().toString(), details.environment().toString(), details.user(),
                    details.workingDir(), details.volumes().toString(), details.exposedPorts().toString(),
                    details.healthTest().toString(), content));
            remove(service);
        }
        return images;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void as_those_of_docker_compose(String buildKit) throws Exception {
        if (!buildKit.equals("0")) {
            Present.assumeBuildKit();
        }
        docker(buildKit, "compose", "build");
        Map<String, String> theirs = images();

        Project project = ComposeLoader.load(LoadRequest.of(folder.resolve("compose.yaml"))).project();
        Builders.of(engine, environment(buildKit)).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                Projects.DEAF);

        Map<String, String> ours = images();
        if (buildKit.equals("0")) {
            theirs.remove("inline"); // its way to the engine's own builder does not read dockerfile_inline
        }
        theirs.forEach((service, image) -> assertEquals(image, ours.get(service), service));
    }
}
