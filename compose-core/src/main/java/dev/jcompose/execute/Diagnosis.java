package dev.jcompose.execute;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Health;
import dev.jcompose.logs.LineAssembler;
import java.util.ArrayList;
import java.util.List;

/** What a container that failed has to say for itself: its end, its last probes, its last lines. */
final class Diagnosis {
    private static final int PROBES = 3;
    private static final int LINES = 20;

    private Diagnosis() {
    }

    /** Lines, each after a line feed; empty where there is nothing to tell. */
    static String of(Engine engine, ContainerDetails container) {
        StringBuilder text = new StringBuilder();
        if (container.state().oomKilled()) {
            text.append("\n  it ran out of memory and was killed");
        }
        if (!container.state().error().isEmpty()) {
            text.append("\n  ").append(container.state().error());
        }
        List<Health.Probe> probes = container.state().health().log();
        for (Health.Probe probe : probes.subList(Math.max(0, probes.size() - PROBES), probes.size())) {
            text.append("\n  probe: exit ").append(probe.exitCode());
            if (!probe.output().isBlank()) {
                text.append(": ").append(probe.output().strip().replace("\n", "\n    "));
            }
        }
        for (String line : lastLines(engine, container)) {
            text.append("\n  | ").append(line);
        }
        return text.toString();
    }

    private static List<String> lastLines(Engine engine, ContainerDetails container) {
        List<String> lines = new ArrayList<>();
        LineAssembler out = new LineAssembler(lines::add);
        LineAssembler err = new LineAssembler(lines::add);
        LogOptions options = new LogOptions(true, true, false, false, LINES, null, null);
        try (CloseableIterator<Frame> frames = engine.containers().logs(container.id(), options)) {
            while (frames.hasNext()) {
                Frame frame = frames.next();
                LineAssembler target = frame.channel() == Frame.Channel.STDERR ? err : out;
                target.accept(frame.bytes(), 0, frame.bytes().length);
            }
        } catch (EngineException logsCannotBeRead) {
            return List.of();
        }
        out.end();
        err.end();
        return lines;
    }
}
