package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.PullOptions;
import dev.jcompose.plan.PullPlan;
import dev.jcompose.plan.PushPlan;
import dev.jcompose.registry.LoopbackRegistry;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryIT {
    @TempDir
    Path configuration;

    private Engine engine;
    private LoopbackRegistry registry;
    private String image = "";
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void an_image_for_a_registry() throws IOException {
        engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()));
        assumeTrue(Present.busybox(engine) && Present.onThisMachine(),
                "needs a Docker engine on this machine with the image busybox");
        registry = new LoopbackRegistry();
        image = registry.address() + "/shop/web:1";
        engine.images().tag("busybox", image);
    }

    @AfterEach
    void leave_nothing() throws IOException {
        if (registry != null) {
            removeImage();
            registry.close();
        }
        engine.close();
    }

    private void removeImage() {
        try {
            engine.images().remove(image, false, true);
        } catch (EngineException.NotFound gone) {
            // as it should be
        }
    }

    private Project project() {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml",
                "name: shop\nservices: {web: {image: \"" + image + "\", build: {context: /web}}}").getFirst();
        return Project.decode(tree, Mapping.empty(tree.origin()), ProjectOrigin.none("/"));
    }

    private Project imageOnly() {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml",
                "name: shop\nservices: {web: {image: \"" + image + "\"}, other: {image: \"" + image + "\"}}")
                .getFirst();
        return Project.decode(tree, Mapping.empty(tree.origin()), ProjectOrigin.none("/"));
    }

    private void run(Plan plan) {
        Map<String, String> environment = Map.of("DOCKER_CONFIG", configuration.toString());
        new Executor(engine, (project, targets, options, sink) -> {
            throw new AssertionError("nothing is built");
        }, events::add, new ExecuteOptions(8, null, environment)).run(plan);
    }

    private void push() {
        run(PushPlan.of(project(), List.of(), false, false));
    }

    private void pull() {
        run(PullPlan.of(imageOnly(), Observation.NOTHING, PullOptions.DEFAULTS));
    }

    private void logIn(String user, String password) throws IOException {
        String auth = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(configuration.resolve("config.json"),
                "{\"auths\": {\"" + registry.address() + "\": {\"auth\": \"" + auth + "\"}}}");
    }

    @Test
    void what_was_pushed_can_be_pulled_once_for_all_who_use_it() {
        push();
        removeImage();
        pull();

        assertEquals(engine.images().inspect("busybox").id(), engine.images().inspect(image).id());
        assertEquals(1, events.stream().filter(event -> event instanceof Event.StepStarted started
                && started.step().action().verb().equals("pull")).count());
    }

    @Test
    void credentials_open_a_registry() throws IOException {
        registry.lock("ann", "secret");
        logIn("ann", "secret");
        push();
        removeImage();
        pull();

        assertEquals(engine.images().inspect("busybox").id(), engine.images().inspect(image).id());
    }

    @Test
    void without_them_it_stays_shut_and_one_is_told() throws IOException {
        registry.lock("ann", "secret");
        logIn("ann", "wrong");

        PlanFailedException failure = assertThrows(PlanFailedException.class, this::push);

        assertTrue(failure.getMessage().startsWith("image " + image + ": push: "), failure.getMessage());
    }

    @Test
    void a_fault_that_passes_is_waited_out() {
        push();
        removeImage();
        registry.fail(2, 503);

        pull();

        assertEquals(engine.images().inspect("busybox").id(), engine.images().inspect(image).id());
        assertTrue(events.stream().anyMatch(event -> event instanceof Event.StepProgress progress
                && progress.status().startsWith("retrying in ")), events.toString());
    }

    @Test
    void what_is_not_there_is_not_asked_for_again() {
        removeImage();

        assertThrows(PlanFailedException.class, this::pull);

        assertTrue(events.stream().noneMatch(event -> event instanceof Event.StepProgress progress
                && progress.status().startsWith("retrying")), events.toString());
    }

    @Test
    void the_age_of_an_image_is_seen() {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", "name: shop\nservices: {web: {image: \"" + image
                + "\", pull_policy: daily}}").getFirst();
        Project daily = Project.decode(tree, Mapping.empty(tree.origin()), ProjectOrigin.none("/"));

        assertTrue(Observer.observe(engine, daily).ages().of(image).orElseThrow().toMinutes() < 10);
    }
}
