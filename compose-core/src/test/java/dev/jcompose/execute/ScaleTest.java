package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.engine.memory.Program;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.YamlReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A project of a thousand services. */
@Timeout(120)
class ScaleTest {
    private static final int SERVICES = 1_000;

    @Test
    void runs_on_a_bounded_number_of_threads() {
        Project project = thousand();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (MemoryEngine engine = new MemoryEngine((spec, command, input) -> Program.Outcome.RUNNING)) {
            engine.addImage("image");
            Executor executor = new Executor(engine, (all, targets, options, sink) -> {}, event -> {},
                    ExecuteOptions.DEFAULTS);
            threads.resetPeakThreadCount();
            int before = threads.getThreadCount();

            executor.run(UpPlan.of(project, Observer.observe(engine, project), UpOptions.DEFAULTS));
            assertEquals(SERVICES, Observer.containers(engine, "thousand").size());
            executor.run(DownPlan.of(project, Observer.observe(engine, project), DownOptions.DEFAULTS));

            assertEquals(0, Observer.containers(engine, "thousand").size());
            int more = threads.getPeakThreadCount() - before;
            assertTrue(more <= Runtime.getRuntime().availableProcessors() + 16, "threads more: " + more);
        }
    }

    private static Project thousand() {
        String yaml = "name: thousand\nservices:\n" + IntStream.range(0, SERVICES)
                .mapToObj(i -> "  s" + i + ": {image: image, networks: {default: null}"
                        + (i < 10
                                ? ""
                                : ", depends_on: {s" + i / 10 + ": {condition: service_started, required: true}}")
                        + "}\n")
                .collect(Collectors.joining()) + "networks: {default: {name: thousand_default}}\n";
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", yaml).getFirst();
        return Project.decode(tree, Mapping.empty(Origin.at(Position.DEFAULT)), ProjectOrigin.none("/thousand"));
    }
}
