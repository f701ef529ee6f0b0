package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.Specs;
import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.engine.memory.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command leaves to the next one that has asked the engine for something and has not heard of it. */
class AftermathTest {
    @TempDir
    Path folder = Path.of("");
    private final MemoryEngine engine = new MemoryEngine((spec, command, input) -> Program.Outcome.RUNNING);

    @BeforeEach
    void image() {
        engine.addImage("busybox:latest");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void what_was_never_made_is_not_waited_for() {
        brokenOff(request(Journal.Kind.CREATE_CONTAINER, "web", "busybox:latest"),
                request(Journal.Kind.CREATE_CONTAINER, "db", "not-there"),
                request(Journal.Kind.CREATE_NETWORK, "back", ""));

        settle();

        assertEquals(List.of(), containers());
        assertTrue(engine.networks().list(NetworkFilter.ALL).stream().noneMatch(net -> net.name().equals("back")));
    }

    @Test
    void what_was_made_stays() {
        create("web");
        brokenOff(request(Journal.Kind.CREATE_CONTAINER, "web", "busybox:latest"));

        settle();

        assertEquals(List.of("web"), containers());
    }

    @Test
    void what_was_to_go_goes() {
        create("web");
        create("db");
        brokenOff(request(Journal.Kind.REMOVE_CONTAINER, "web", "true"),
                request(Journal.Kind.REMOVE_CONTAINER, "gone already", "true"),
                request(Journal.Kind.REMOVE_NETWORK, "gone already", ""));

        settle();

        assertEquals(List.of("db"), containers());
    }

    @Test
    void what_was_to_stop_has_ended_for_those_who_care() {
        create("web");
        engine.containers().start("web");
        brokenOff(request(Journal.Kind.STOP_CONTAINER, "web", "0"));

        try (ProjectLock lock = take()) {
            lock.settle(engine, true);
        }
        assertEquals(ContainerStatus.RUNNING, engine.containers().inspect("web").state().status());
        settle();
        assertEquals(ContainerStatus.EXITED, engine.containers().inspect("web").state().status());
    }

    @Test
    void what_was_answered_is_of_no_concern() {
        create("web");
        Journal.Request removal = request(Journal.Kind.REMOVE_CONTAINER, "web", "true");
        try (ProjectLock lock = take()) {
            lock.journal().asked(removal);
            lock.journal().answered(removal);
        }

        settle();

        assertEquals(List.of("web"), containers());
    }

    @Test
    void it_is_settled_once_however_many_commands_come_between() {
        brokenOff(request(Journal.Kind.REMOVE_CONTAINER, "web", "true"));
        take().close();
        create("web");
        settle();
        create("web");
        settle();

        assertEquals(List.of("web"), containers());
    }

    private static Journal.Request request(Journal.Kind kind, String name, String detail) {
        return new Journal.Request(kind, name, detail);
    }

    private void brokenOff(Journal.Request... requests) {
        try (ProjectLock lock = take()) {
            List.of(requests).forEach(lock.journal()::asked);
        }
    }

    private void settle() {
        try (ProjectLock lock = take()) {
            lock.settle(engine, false);
        }
    }

    private ProjectLock take() {
        return ProjectLock.take(folder, "engine", "shop", "me", holder -> {});
    }

    private void create(String name) {
        engine.containers().create(Specs.container(name, Map.of(), "{command: [sleep]}"));
    }

    private List<String> containers() {
        return engine.containers().list(ContainerFilter.ALL).stream().map(ContainerSummary::name).toList();
    }
}
