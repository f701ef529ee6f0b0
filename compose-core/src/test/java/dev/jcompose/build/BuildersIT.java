package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.NeedsEngine;
import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildersIT {
    @TempDir
    Path folder;

    private Engine engine;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void an_engine_and_a_context() throws IOException {
        engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()));
        assumeTrue(Present.busybox(engine), "needs a Docker engine with the image busybox");
        Files.writeString(folder.resolve("Dockerfile"), """
                FROM busybox AS first
                ARG A=default
                COPY . /in/
                RUN test ! -e /in/secret.txt && test -x /in/run.sh && test "$(readlink /in/link)" = run.sh
                RUN echo "$A" > /a && test "$(cat /a)" = given
                ENV KEY=value
                CMD ["/in/run.sh"]
                FROM first AS second
                RUN false
                """);
        Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\necho hello\n");
        Files.setPosixFilePermissions(folder.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run.sh"));
        Files.writeString(folder.resolve("secret.txt"), "x");
        Files.writeString(folder.resolve(".dockerignore"), "secret.*\n");
    }

    @AfterEach
    void leave_nothing() {
        for (String image : List.of("jcompose-build-it-web", "jcompose-build-it-top", "jcompose-build-it:tagged")) {
            try {
                engine.images().remove(image, true, true);
            } catch (EngineException.NotFound none) {
                // this test made none
            }
        }
        engine.close();
    }

    private static Map<String, String> environment(String buildKit) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.remove("DOCKER_BUILDKIT");
        if (!buildKit.isEmpty()) {
            environment.put("DOCKER_BUILDKIT", buildKit);
        }
        return environment;
    }

    private Project project(String services) {
        return Projects.of(folder.toString(), Map.of("TOKEN", "t0p"),
                "name: jcompose-build-it\nservices:\n" + services.indent(2).replace("FOLDER", folder.toString()));
    }

    private void build(Project project, String buildKit) {
        ImageBuilder builder = Builders.of(engine, environment(buildKit));
        builder.build(project, Projects.targets(project), BuildOptions.DEFAULTS, new ImageBuilder.Sink() {
            @Override
            public void progress(String target, String part, String status) {
                told.add(target + ": " + part + ": " + status);
            }

            @Override
            public void output(String target, String line) {
                told.add(target + "> " + line);
            }
        });
    }

    private ImageDetails built(String buildKit) {
        build(project("""
                web:
                  build:
                    context: FOLDER
                    target: first
                    args: {A: given}
                    labels: {tier: front}
                    tags: ["jcompose-build-it:tagged"]
                    network: none
                    extra_hosts: [db=10.0.0.1]
                    ulimits: {nofile: 1000}
                """), buildKit);
        ImageDetails image = engine.images().inspect("jcompose-build-it-web");
        assertEquals(image.id(), engine.images().inspect("jcompose-build-it:tagged").id());
        return image;
    }

    private void hasWhatWasAsked(ImageDetails image) {
        assertEquals(List.of("/in/run.sh"), image.command());
        assertTrue(image.environment().contains("KEY=value"), image.environment().toString());
        assertEquals("front", image.labels().get("tier"));
        assertEquals("jcompose-build-it", image.labels().get("com.docker.compose.project"));
        assertEquals("web", image.labels().get("com.docker.compose.service"));
        assertTrue(image.labels().containsKey("com.docker.compose.version"), image.labels().toString());
    }

    @Nested
    class The_classic_builder {
        @Test
        @NeedsEngine(notPodman = "leaves out labels of an image whose steps are all cached")
        void builds() {
            ImageDetails image = built("0");

            hasWhatWasAsked(image);
            assertEquals("classic", image.labels().get("com.docker.compose.image.builder"));
            assertTrue(told.stream().anyMatch(line -> line.startsWith("web: [web 1/") && line.endsWith(": done")),
                    told.toString());
        }

        @Test
        void builds_a_dockerfile_that_is_not_in_the_context_and_leaves_it_out_of_the_image() {
            build(project("""
                    web:
                      build:
                        context: FOLDER
                        dockerfile_inline: |
                          FROM busybox
                          COPY . /in/
                          RUN test -e /in/.dockerignore && test -z "$(ls -A /in | grep dockerfile)"
                    """), "0");

            assertFalse(engine.images().inspect("jcompose-build-it-web").id().isEmpty());
        }

        @Test
        void tells_which_step_failed() {
            Project project = project("web: {build: {context: FOLDER, args: {A: given}}}");

            BuildFailedException failure = assertThrows(BuildFailedException.class, () -> build(project, "0"));

            assertEquals("web", failure.service());
            assertTrue(failure.step().endsWith("] RUN false"), failure.step());
            assertTrue(failure.reason().matches("(?s).*(non-zero code|exit status):? 1\\b.*"), failure.reason());
        }

        @Test
        void refuses_what_needs_buildkit_with_its_place() {
            Project project = project("web: {build: {context: FOLDER, ssh: [default], privileged: true}}");

            InvalidProjectException problems = assertThrows(InvalidProjectException.class,
                    () -> build(project, "0"));

            assertEquals(List.of("services.web.build.ssh", "services.web.build.privileged"),
                    problems.problems().stream().map(problem -> problem.path().toString()).toList());
        }
    }

    @Test
    void a_client_without_buildx_leaves_it_to_the_classic_builder() throws IOException {
        Path client = Files.writeString(folder.resolve("docker"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
        Project project = project("web: {build: {context: FOLDER, target: first, args: {A: given}}}");

        Builders.of(engine, Map.of("PATH", folder.toString(), "HOME", folder.toString())).build(project,
                Projects.targets(project), BuildOptions.DEFAULTS, Projects.DEAF);

        assertEquals("classic", engine.images().inspect("jcompose-build-it-web").labels()
                .get("com.docker.compose.image.builder"));
    }

    @Nested
    class Buildx {
        @BeforeEach
        void is_there() throws InterruptedException {
            Present.assumeBuildKit();
        }

        @Test
        void builds() {
            hasWhatWasAsked(built(""));
            assertTrue(told.stream().anyMatch(line -> line.contains("FROM docker.io/library/busybox")),
                    told.toString());
        }

        @Test
        @NeedsEngine(api = "1.42", because = "a BuildKit that knows additional contexts")
        void builds_images_upon_one_another_in_order_and_gives_secrets() {
            build(project("""
                    top:
                      build:
                        context: FOLDER
                        additional_contexts: {base: "service:web"}
                        dockerfile_inline: |
                          FROM base
                          RUN --mount=type=secret,id=t test "$(cat /run/secrets/t)" = t0p && test -e /made
                          RUN --mount=type=secret,id=c test "$(cat /run/secrets/c)" = 'co ntent'
                        secrets: [{source: token, target: t}, {source: c}]
                    web:
                      build:
                        context: FOLDER
                        dockerfile_inline: |
                          FROM busybox
                          RUN X=made && touch /${X}
                    """ + "\n"), "");
        }

        private Project project(String services) {
            return Projects.of(folder.toString(), Map.of("TOKEN", "t0p"),
                    """
                            name: jcompose-build-it
                            secrets: {token: {environment: TOKEN}, c: {content: co ntent}}
                            services:
                            """ + services.indent(2).replace("FOLDER", folder.toString()));
        }

        @Test
        void tells_which_step_failed_and_what_it_wrote() {
            Project project = project("""
                    web: {build: {context: FOLDER, dockerfile_inline: "FROM busybox\\nRUN echo oh no; exit 3"}}
                    """);

            BuildFailedException failure = assertThrows(BuildFailedException.class, () -> build(project, ""));

            assertEquals("web", failure.service());
            assertTrue(failure.step().endsWith("2/2] RUN echo oh no; exit 3"), failure.step());
            assertEquals(List.of("oh no"), failure.output());
            assertTrue(failure.reason().contains("exit code: 3"), failure.reason());
        }

        @Test
        void does_not_outlive_an_interruption() throws Exception {
            Project project = project("""
                    web: {build: {context: FOLDER, dockerfile_inline: "FROM busybox\\nRUN sleep 300"}}
                    """);
            CountDownLatch sleeping = new CountDownLatch(1);
            FutureTask<Void> building = new FutureTask<>(() -> {
                Builders.of(engine, environment("")).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                        new ImageBuilder.Sink() {
                            @Override
                            public void progress(String target, String part, String status) {
                                if (part.contains("RUN sleep") && status.equals("running")) {
                                    sleeping.countDown();
                                }
                            }

                            @Override
                            public void output(String target, String line) {
                                told.add(line);
                            }
                        });
                return null;
            });
            Thread thread = Thread.ofPlatform().start(building);
            assertTrue(sleeping.await(60, TimeUnit.SECONDS), "the step begins");
            thread.interrupt();

            Exception failure = assertThrows(Exception.class, () -> building.get(30, TimeUnit.SECONDS));
            assertTrue(failure.getCause() instanceof CancelledException, failure.toString());
            assertEquals(0, ProcessHandle.current().descendants()
                    .filter(process -> process.info().commandLine().orElse("").contains("buildx")).count());
        }
    }
}
