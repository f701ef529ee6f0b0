package dev.jcompose.run;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Labels;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * One-off containers that were to be removed by a process that is no more. The engine removes those that end; what was
 * never started, because the process was killed between creating and starting, is left to the next command.
 */
public final class Leftovers {
    private Leftovers() {
    }

    /** The value of the label {@link Labels#RUN_BY} for this process. */
    public static String thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return host() + "/" + self.pid() + "/" + started(self);
    }

    /** Removes what processes of this machine have left in a project. */
    public static void remove(Engine engine, String project) {
        for (ObservedContainer container : Observer.containers(engine, project)) {
            boolean ended = container.status() == ContainerStatus.CREATED
                    || container.status() == ContainerStatus.EXITED || container.status() == ContainerStatus.DEAD;
            if (container.oneOff() && ended && isAbandoned(container.label(Labels.RUN_BY))) {
                remove(engine, container);
            }
        }
    }

    private static void remove(Engine engine, ObservedContainer container) {
        try {
            engine.containers().remove(container.id(), true, true);
        } catch (EngineException.NotFound | EngineException.Conflict goneOrGoing) {
            return;
        }
    }

    /** Whether the process that is named is of this machine and not there any more. */
    private static boolean isAbandoned(String process) {
        String[] parts = process.split("/", -1);
        if (parts.length != 3 || !parts[0].equals(host()) || !parts[1].matches("\\d{1,18}")) {
            return false;
        }
        Optional<ProcessHandle> found = ProcessHandle.of(Long.parseLong(parts[1]));
        return found.isEmpty() || !started(found.get()).equals(parts[2]);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
