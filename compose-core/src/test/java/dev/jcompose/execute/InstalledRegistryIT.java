package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.build.Builders;
import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.PullOptions;
import dev.jcompose.plan.PullPlan;
import dev.jcompose.plan.PushPlan;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.FaultProxy;
import dev.jcompose.registry.InstalledRegistry;
import dev.jcompose.registry.LoopbackCertificate;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images to a real registry and back: open, with a password, over TLS, and with faults on the way. */
class InstalledRegistryIT {
    private static final String HASHED_SECRET = "$2b$05$6/9mdeBci2VFL8qT9F2rzeE/QEL0Y28wFCmFIl7S8xR4nqfsJ6f7a";

    @TempDir
    Path folder;

    private Engine engine;
    private Path program = Path.of("");
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private String image = "";

    @BeforeEach
    void an_engine_and_a_registry() {
        engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()));
        assumeTrue(Present.busybox(engine) && Present.onThisMachine(),
                "needs a Docker engine on this machine with the image busybox");
        Optional<Path> found = InstalledRegistry.find();
        assumeTrue(found.isPresent(), "needs docker-registry");
        program = found.orElseThrow();
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("HOME", folder.toString());
        environment.put("DOCKER_BUILDKIT", "0");
    }

    @AfterEach
    void leave_nothing() {
        removeImage();
        engine.close();
    }

    private void removeImage() {
        try {
            engine.images().remove(image, false, true);
        } catch (EngineException gone) {
            // as it should be
        }
    }

    /** A service whose image has a layer that there is nowhere else. */
    private Project project(String registry) throws Exception {
        image = registry + "/jcompose-it/web:1";
        Files.writeString(folder.resolve("compose.yaml"), """
                name: jcompose-it
                services:
                  web:
                    image: %s
                    build: {dockerfile_inline: "FROM busybox\\nRUN head -c 200000 /dev/urandom > /random"}
                """.formatted(image));
        return ComposeLoader.load(LoadRequest.of(folder.resolve("compose.yaml"))).project();
    }

    private void run(Plan plan) {
        ImageBuilder builder = Builders.of(engine, environment);
        new Executor(engine, builder, events::add, new ExecuteOptions(8, null, environment)).run(plan);
    }

    private void build(Project project) {
        run(ImagePlan.builds(project, Observation.NOTHING, ImageOptions.DEFAULTS));
    }

    private void push(Project project) {
        run(PushPlan.of(project, List.of(), false, false));
    }

    private void pull(Project project) {
        run(PullPlan.of(project, Observation.NOTHING, PullOptions.DEFAULTS));
    }

    private void thereAndBack(Project project) {
        build(project);
        String id = engine.images().inspect(image).id();
        push(project);
        removeImage();
        assertThrows(EngineException.NotFound.class, () -> engine.images().inspect(image));
        pull(project);
        assertEquals(id, engine.images().inspect(image).id());
    }

    private void logIn(String registry, String password) throws Exception {
        String auth = Base64.getEncoder().encodeToString(("ann:" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("config.json"),
                "{\"auths\": {\"" + registry + "\": {\"auth\": \"" + auth + "\"}}}");
    }

    @Test
    void without_a_password() throws Exception {
        try (InstalledRegistry registry = InstalledRegistry.start(program, folder, Optional.empty(),
                Optional.empty())) {
            thereAndBack(project("127.0.0.1:" + registry.port()));
            try (RegistryClient client = new RegistryClient(environment, Credentials.none(), Set.of())) {
                assertEquals(engine.images().digest(image, null), client.manifest(Reference.parse(image)).digest());
            }
        }
    }

    @Test
    void with_a_password() throws Exception {
        Path users = Files.writeString(folder.resolve("users"), "ann:" + HASHED_SECRET + "\n");
        try (InstalledRegistry registry = InstalledRegistry.start(program, folder, Optional.of(users),
                Optional.empty())) {
            String address = "127.0.0.1:" + registry.port();
            logIn(address, "secret");
            thereAndBack(project(address));

            logIn(address, "wrong");
            Project project = project(address);
            String message = assertThrows(PlanFailedException.class, () -> push(project)).getMessage();
            assertTrue(message.startsWith("image " + image + ": push: "), message);
        }
    }

    @Test
    void over_tls() throws Exception {
        LoopbackCertificate certificate = LoopbackCertificate.in(folder);
        try (InstalledRegistry registry = InstalledRegistry.start(program, folder, Optional.empty(),
                Optional.of(certificate))) {
            String address = "127.0.0.1:" + registry.port();
            thereAndBack(project(address));

            Path trusted = Files.createDirectories(folder.resolve(".config/docker/certs.d").resolve(address));
            Files.copy(certificate.certificate(), trusted.resolve("ca.crt"));
            try (RegistryClient client = new RegistryClient(environment, Credentials.none(), Set.of())) {
                assertEquals(engine.images().digest(image, null), client.manifest(Reference.parse(image)).digest());
            }
        }
    }

    @Test
    void through_faults_that_pass() throws Exception {
        try (InstalledRegistry registry = InstalledRegistry.start(program, folder, Optional.empty(), Optional.empty());
                FaultProxy proxy = new FaultProxy(registry.port())) {
            Project project = project(proxy.address());
            build(project);
            String id = engine.images().inspect(image).id();
            push(project);
            for (int status : new int[]{503, 429}) {
                removeImage();
                proxy.fail(2, status);
                pull(project);
                assertEquals(id, engine.images().inspect(image).id());
            }
            removeImage();
            proxy.cutLayers(1);
            pull(project);

            assertEquals(id, engine.images().inspect(image).id());
            assertEquals(0, proxy.faultsLeft());
        }
    }
}
