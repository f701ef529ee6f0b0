package dev.jcompose.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerSpec.Connections;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine behind the port does. It has the image {@code busybox:latest}. */
@Timeout(60)
public abstract class EngineContract {
    private static final String RUN = "jcompose-contract-" + ProcessHandle.current().pid();
    private static final String SLEEP = "{command: [sleep, '1000'], stop_grace_period: 0s}";

    @SuppressWarnings("NullAway.Init") // Set before each test; unset only where there is no engine and it is skipped.
    private Engine engine;
    private boolean opened;

    /** The engine under test; skips the test where there is none. */
    protected abstract Engine open();

    @BeforeEach
    void begin() {
        engine = open();
        opened = true;
    }

    @AfterEach
    void clean() {
        if (!opened) {
            return;
        }
        for (ContainerSummary container : engine.containers().list(ContainerFilter.labelled("contract=" + RUN))) {
            engine.containers().remove(container.id(), true, true);
        }
        engine.networks().list(NetworkFilter.labelled("contract=" + RUN))
                .forEach(network -> engine.networks().remove(network.id()));
        engine.volumes().list(VolumeFilter.labelled("contract=" + RUN))
                .forEach(volume -> engine.volumes().remove(volume.name(), true));
        engine.close();
    }

    private static Map<String, String> labels() {
        return Map.of("contract", RUN);
    }

    private static String name(String suffix) {
        return RUN + "-" + suffix;
    }

    private static ContainerSpec spec(String suffix, String yaml) {
        return Specs.container(name(suffix), labels(), yaml);
    }

    private String create(String suffix, String yaml) {
        return engine.containers().create(spec(suffix, yaml)).id();
    }

    private String run(String suffix, String yaml) {
        String id = create(suffix, yaml);
        engine.containers().start(id);
        return id;
    }

    private String network(String suffix) {
        Network plain = new Network("net", name(suffix), null, Map.of(),
                new Network.Ipam(null, List.of(), Map.of()), false, false, false, null, null, Map.of());
        engine.networks().create(new NetworkSpec(name(suffix), labels(), plain));
        return name(suffix);
    }

    private static String text(CloseableIterator<Frame> frames, Frame.@Nullable Channel channel) {
        StringBuilder text = new StringBuilder();
        while (frames.hasNext()) {
            Frame frame = frames.next();
            if (channel == null || frame.channel() == channel) {
                text.append(new String(frame.bytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Nested
    class A_container {
        @Test
        void is_created_then_runs_then_has_exited() {
            String id = create("a", "{command: [sh, -c, 'exit 3']}");
            assertEquals(ContainerStatus.CREATED, engine.containers().inspect(id).state().status());
            engine.containers().start(id);
            assertEquals(3, engine.containers().awaitExit(id).code());
            ContainerDetails.State state = engine.containers().inspect(name("a")).state();
            assertEquals(ContainerStatus.EXITED, state.status());
            assertEquals(3, state.exitCode());
        }

        @Test
        void is_described_as_it_was_specified() {
            String id = create("a", """
                    command: [sleep, '5']
                    entrypoint: [sh]
                    environment: {A: '1'}
                    working_dir: /tmp
                    stop_signal: SIGINT
                    stop_grace_period: 3s
                    tty: true
                    """);
            ContainerDetails.Config config = engine.containers().inspect(id).config();
            assertEquals(List.of("sleep", "5"), config.command());
            assertEquals(List.of("sh"), config.entrypoint());
            assertTrue(config.environment().contains("A=1"));
            assertEquals("/tmp", config.workingDir());
            assertEquals("SIGINT", config.stopSignal());
            assertEquals(3, config.stopTimeout());
            assertTrue(config.tty());
            assertEquals(RUN, config.labels().get("contract"));
        }

        @Test
        void that_runs_may_be_started_again_without_effect() {
            String id = run("a", SLEEP);
            engine.containers().start(id);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void that_does_not_run_may_be_stopped_but_not_killed() {
            String id = create("a", SLEEP);
            engine.containers().stop(id, Duration.ZERO);
            assertThrows(EngineException.Conflict.class, () -> engine.containers().kill(id, null));
        }

        @Test
        void is_killed_with_code_137() {
            String id = run("a", SLEEP);
            engine.containers().kill(id, null);
            assertEquals(137, engine.containers().awaitExit(id).code());
        }

        @Test
        void is_paused_and_goes_on() {
            String id = run("a", SLEEP);
            engine.containers().pause(id);
            assertEquals(ContainerStatus.PAUSED, engine.containers().inspect(id).state().status());
            engine.containers().unpause(id);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void is_restarted() {
            String id = run("a", SLEEP);
            engine.containers().restart(id, Duration.ZERO);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void is_found_by_its_new_name() {
            String id = create("a", SLEEP);
            engine.containers().rename(id, name("b"));
            assertEquals(name("b"), engine.containers().inspect(id).name());
            assertEquals(id, engine.containers().inspect(name("b")).id());
        }

        @Test
        void that_runs_is_removed_by_force_only() {
            String id = run("a", SLEEP);
            assertThrows(EngineException.Conflict.class, () -> engine.containers().remove(id, false, false));
            engine.containers().remove(id, true, false);
            assertThrows(EngineException.NotFound.class, () -> engine.containers().inspect(id));
        }

        @Test
        void needs_a_free_name() {
            create("a", SLEEP);
            EngineException.Conflict failure = assertThrows(EngineException.Conflict.class, () -> create("a", SLEEP));
            assertEquals("create", failure.operation());
            assertEquals("container " + name("a"), failure.resource());
            assertEquals(409, failure.status());
        }

        @Test
        void needs_an_image_that_is_here() {
            ContainerSpec spec = ContainerSpec.of(name("a"), "jcompose.invalid/none:none", Specs.service("{}"));
            EngineException.NotFound failure = assertThrows(EngineException.NotFound.class,
                    () -> engine.containers().create(spec));
            assertTrue(failure.getMessage().startsWith("container " + name("a") + ": create: No such image"),
                    failure.getMessage());
        }
    }

    @Nested
    class A_list {
        @Test
        void has_those_with_all_of_the_labels() {
            String one = create("a", SLEEP);
            create("b", SLEEP);
            ContainerSpec other = spec("c", SLEEP).withLabels(Map.of("contract", RUN, "which", "c"));
            String third = engine.containers().create(other).id();
            assertEquals(3, engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).size());
            List<ContainerSummary> found = engine.containers()
                    .list(ContainerFilter.labelled("contract=" + RUN, "which"));
            assertEquals(List.of(third), found.stream().map(ContainerSummary::id).toList());
            engine.containers().start(one);
            assertEquals(List.of(name("a")), engine.containers()
                    .list(ContainerFilter.labelled("contract=" + RUN).running()).stream()
                    .map(ContainerSummary::name).toList());
        }

        @Test
        void tells_state_and_exit_code() {
            String id = create("a", "{command: [sh, -c, 'exit 4']}");
            engine.containers().start(id);
            engine.containers().awaitExit(id);
            engine.containers().inspect(id); // Waits for the engine to have noted the end everywhere.
            ContainerSummary exited = engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).getFirst();
            assertEquals(ContainerStatus.EXITED, exited.status());
            assertEquals(4, exited.exitCode());
        }
    }

    @Nested
    class Output {
        private static final String BOTH = "{command: [sh, -c, 'echo one; echo two >&2; echo three']}";

        @Test
        void of_both_streams_is_logged_apart() {
            String id = run("a", BOTH);
            engine.containers().awaitExit(id);
            assertEquals("one\nthree\n", text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDOUT));
            assertEquals("two\n", text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDERR));
        }

        @Test
        void can_be_followed_to_the_end() {
            String id = run("a", BOTH);
            assertEquals("one\nthree\n", text(engine.containers().logs(id, LogOptions.FOLLOW), Frame.Channel.STDOUT));
        }

        @Test
        void may_be_asked_for_by_its_last_lines() {
            String id = run("a", "{command: [sh, -c, 'echo one; echo two; echo three']}");
            engine.containers().awaitExit(id);
            LogOptions two = new LogOptions(true, true, false, false, 2, null, null);
            assertEquals("two\nthree\n", text(engine.containers().logs(id, two), null));
        }

        @Test
        void is_not_missed_by_who_attaches_before_the_start() {
            String id = create("a", BOTH);
            try (Session session = engine.containers().attach(id, AttachOptions.OUTPUT)) {
                engine.containers().start(id);
                assertEquals("one\nthree\n", text(session, Frame.Channel.STDOUT));
            }
        }

        @Test
        void with_a_terminal_is_one_stream() {
            String id = run("a", "{tty: true, command: [sh, -c, 'echo one; echo two >&2']}");
            engine.containers().awaitExit(id);
            String all = text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDOUT);
            assertEquals("one\ntwo\n", all.replace("\r", ""));
        }

        @Test
        void ends_for_a_follower_that_is_closed_by_another_thread() throws InterruptedException {
            String id = run("a", SLEEP);
            CloseableIterator<Frame> logs = engine.containers().logs(id, LogOptions.FOLLOW);
            Thread closer = Thread.ofVirtual().start(logs::close);
            assertFalse(logs.hasNext());
            closer.join();
        }
    }

    @Nested
    class Input {
        @Test
        void reaches_the_container_and_ends_without_ending_its_output() throws IOException {
            ContainerSpec spec = spec("a", "{command: [cat], stdin_open: true}")
                    .withStreams(ContainerSpec.Streams.interactive(false, true));
            String id = engine.containers().create(spec).id();
            try (Session session = engine.containers().attach(id, AttachOptions.ALL)) {
                engine.containers().start(id);
                session.stdin().write("to and fro\n".getBytes(StandardCharsets.UTF_8));
                session.stdin().close();
                assertEquals("to and fro\n", text(session, Frame.Channel.STDOUT));
            }
            assertEquals(0, engine.containers().awaitExit(id).code());
        }

        @Test
        void reaches_an_executed_command() throws IOException {
            String id = run("a", SLEEP);
            String exec = engine.execs().create(id, new ExecSpec(List.of("cat"), List.of(), null, null, false, false,
                    true, true, true, null, null));
            try (Session session = engine.execs().start(exec)) {
                session.stdin().write("half".getBytes(StandardCharsets.UTF_8));
                session.stdin().close();
                assertEquals("half", text(session, Frame.Channel.STDOUT));
            }
        }
    }

    @Nested
    class An_executed_command {
        @Test
        void gives_its_output_and_its_code() {
            String id = run("a", SLEEP);
            String exec = engine.execs().create(id, ExecSpec.of("sh", "-c", "echo out; echo err >&2; exit 5"));
            List<String> lines = new ArrayList<>();
            try (Session session = engine.execs().start(exec)) {
                session.forEachRemaining(frame -> lines.add(
                        frame.channel() + " " + new String(frame.bytes(), StandardCharsets.UTF_8).strip()));
            }
            assertEquals(List.of("STDERR err", "STDOUT out"), lines.stream().sorted().toList());
            Execs.ExecDetails details = engine.execs().inspect(exec);
            assertFalse(details.running());
            assertEquals(5, details.exitCode());
        }

        @Test
        void needs_a_container_that_runs() {
            String id = create("a", SLEEP);
            assertThrows(EngineException.Conflict.class, () -> engine.execs().create(id, ExecSpec.of("true")));
        }
    }

    @Nested
    class Waiting {
        @Test
        void for_the_next_end_does_not_miss_one_that_comes_at_once() {
            String id = create("a", "{command: ['true']}");
            try (ExitWatch watch = engine.containers().watchExit(id, WaitCondition.NEXT_EXIT)) {
                engine.containers().start(id);
                assertEquals(0, watch.await().code());
            }
        }

        @Test
        void is_over_when_its_thread_is_interrupted() {
            String id = run("a", SLEEP);
            Thread.currentThread().interrupt();
            assertThrows(EngineException.Interrupted.class, () -> engine.containers().awaitExit(id));
            assertTrue(Thread.interrupted());
        }

        @Test
        void for_health_is_answered_by_an_event() {
            String id = create("a", """
                    command: [sleep, '1000']
                    healthcheck: {test: [CMD-SHELL, 'true'], interval: 100ms}
                    """);
            try (CloseableIterator<EngineEvent> events = engine.events().stream(null, null,
                    Map.of("type", List.of("container"), "label", List.of("contract=" + RUN)))) {
                engine.containers().start(id);
                List<String> actions = new ArrayList<>();
                while (!actions.contains("health_status: healthy")) {
                    EngineEvent event = events.next();
                    assertEquals(id, event.id());
                    actions.add(event.action());
                }
                assertTrue(actions.contains("start"), actions.toString());
            }
            assertEquals(Health.Status.HEALTHY, engine.containers().inspect(id).state().health().status());
            assertEquals(Health.Status.HEALTHY,
                    engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).getFirst().health());
        }
    }

    @Nested
    class A_network {
        private List<String> aliases(String container, String network) {
            Endpoint endpoint = engine.containers().inspect(container).networks().get(network);
            return endpoint == null ? List.of() : endpoint.aliases();
        }

        @Test
        void has_a_name_of_its_own() {
            network("net");
            EngineException.Conflict failure = assertThrows(EngineException.Conflict.class, () -> network("net"));
            assertEquals("network " + name("net"), failure.resource());
        }

        @Test
        void is_listed_by_label_and_inspected_by_name() {
            String name = network("net");
            List<NetworkDetails> found = engine.networks().list(NetworkFilter.labelled("contract=" + RUN));
            assertEquals(List.of(name), found.stream().map(NetworkDetails::name).toList());
            assertEquals(found.getFirst().id(), engine.networks().inspect(name).id());
            assertEquals("bridge", found.getFirst().driver());
        }

        @Test
        void connects_containers_under_their_aliases_and_again_after_a_disconnect() {
            String first = network("net1");
            String second = network("net2");
            EndpointSpec endpoint = EndpointSpec.named(name("a"), "web");
            String id = engine.containers().create(spec("a", SLEEP).withConnections(new Connections(first,
                    List.of(new Attachment(first, endpoint), new Attachment(second, endpoint)), List.of()))).id();
            engine.containers().start(id);
            Map<String, Endpoint> connected = engine.containers().inspect(id).networks();
            assertEquals(List.of(first, second), connected.keySet().stream().sorted().toList());
            assertTrue(aliases(id, second).contains("web"));
            engine.networks().disconnect(second, id, true);
            assertFalse(engine.containers().inspect(id).networks().containsKey(second));
            engine.networks().connect(second, id, EndpointSpec.named("other"));
            assertTrue(aliases(id, second).contains("other"));
        }

        @Test
        void stays_while_a_container_uses_it() {
            String network = network("net");
            String id = engine.containers().create(spec("a", SLEEP).withConnections(new Connections(network,
                    List.of(new Attachment(network, EndpointSpec.named("web"))), List.of()))).id();
            engine.containers().start(id);
            assertThrows(EngineException.Conflict.class, () -> engine.networks().remove(network));
            engine.containers().remove(id, true, true);
            engine.networks().remove(network);
            assertThrows(EngineException.NotFound.class, () -> engine.networks().inspect(network));
        }
    }

    @Nested
    class A_volume {
        private VolumeDetails volume(String suffix) {
            return engine.volumes().create(new VolumeSpec(name(suffix), null, Map.of(), labels()));
        }

        @Test
        void is_made_once() {
            assertEquals(volume("vol").mountpoint(), volume("vol").mountpoint());
            assertEquals(1, engine.volumes().list(VolumeFilter.labelled("contract=" + RUN)).size());
        }

        @Test
        void stays_while_a_container_uses_it() {
            VolumeDetails volume = volume("vol");
            String id = engine.containers().create(spec("a", SLEEP)
                    .withMounts(List.of(Mount.volume(volume.name(), "/data", false)))).id();
            assertEquals(volume.name(), engine.containers().inspect(id).mounts().getFirst().name());
            assertThrows(EngineException.Conflict.class, () -> engine.volumes().remove(volume.name(), false));
            engine.containers().remove(id, true, true);
            engine.volumes().remove(volume.name(), false);
            engine.volumes().remove(volume.name(), true);
            assertThrows(EngineException.NotFound.class, () -> engine.volumes().inspect(volume.name()));
        }

        @Test
        void without_a_name_goes_with_its_container_if_asked() {
            String id = engine.containers().create(spec("a", SLEEP)
                    .withMounts(List.of(Mount.volume(null, "/data", false)))).id();
            String volume = engine.containers().inspect(id).mounts().getFirst().name();
            assertFalse(volume.isEmpty());
            engine.containers().remove(id, true, true);
            assertThrows(EngineException.NotFound.class, () -> engine.volumes().inspect(volume));
        }
    }

    @Nested
    class An_image {
        @Test
        void that_is_not_here_is_not_found() {
            assertThrows(EngineException.NotFound.class, () -> engine.images().inspect("jcompose.invalid/none:none"));
        }

        @Test
        void gets_and_loses_names() {
            String reference = name("image") + ":v1";
            engine.images().tag("busybox:latest", reference);
            assertTrue(engine.images().inspect(reference).tags().contains(reference));
            assertEquals(1, engine.images().list(Images.ImageFilter.named(reference)).size());
            engine.images().remove(reference, false, true);
            assertThrows(EngineException.NotFound.class, () -> engine.images().inspect(reference));
            assertEquals("linux", engine.images().inspect("busybox").os());
        }
    }

    @Nested
    class Files {
        @Test
        void are_copied_in_and_out() throws IOException {
            String id = create("a", SLEEP);
            engine.containers().putArchive(id, "/tmp", new ByteArrayInputStream(tar("greeting", "hello")),
                    ArchiveOptions.DEFAULTS);
            assertEquals(5, engine.containers().stat(id, "/tmp/greeting").size());
            assertTrue(engine.containers().stat(id, "/tmp").isDirectory());
            try (ContainerArchive archive = engine.containers().getArchive(id, "/tmp/greeting")) {
                byte[] content = archive.tar().readAllBytes();
                assertEquals("hello", new String(Arrays.copyOfRange(content, 512, 517), StandardCharsets.UTF_8));
                assertEquals("greeting", archive.stat().name());
            }
        }

        @Test
        void that_are_not_there_are_not_found() {
            String id = create("a", SLEEP);
            assertThrows(EngineException.NotFound.class, () -> engine.containers().stat(id, "/no/such/file"));
        }

        private static byte[] tar(String name, String content) {
            byte[] tar = new byte[512 * 4];
            put(tar, 0, name);
            put(tar, 100, "0000644\0" + "0000000\0" + "0000000\0" + String.format("%011o\0", content.length())
                    + "00000000000\0" + "        " + "0");
            put(tar, 257, "ustar\00000");
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += tar[i] & 0xff;
            }
            put(tar, 148, String.format("%06o\0 ", sum));
            put(tar, 512, content);
            return tar;
        }

        private static void put(byte[] target, int offset, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, target, offset, bytes.length);
        }
    }
}
