package dev.jcompose.bench;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.engine.memory.Program;
import dev.jcompose.execute.ExecuteOptions;
import dev.jcompose.execute.Executor;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.MemoryFiles;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Plans and carries out, on an engine in memory, for a project whose services wait for one another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanBenchmark {
    private static final ImageBuilder NOTHING_TO_BUILD = (project, targets, options, sink) -> {
        throw new IllegalStateException("nothing is to be built");
    };

    /** How many services the project has. */
    @Param({"100", "1000"})
    public int services;

    private final MemoryEngine empty = engine();
    private final MemoryEngine running = engine();
    private final MemoryEngine changing = engine();
    private Project project = ComposeLoader.load(request("services: {none: {image: app}}")).project();

    /** Loads the project, and brings it up on one of the engines. */
    @Setup
    public void load() {
        StringBuilder text = new StringBuilder("name: bench\nnetworks: {back: {}}\nvolumes: {data: {}}\nservices:\n");
        for (int i = 0; i < services; i++) {
            text.append("  service-%d: {image: app, networks: [back], volumes: ['data:/data'], environment: {N: '%d'}"
                    .formatted(i, i));
            text.append(i == 0 ? "}\n" : ", depends_on: [service-%d]}\n".formatted(i / 2));
        }
        project = ComposeLoader.load(request(text.toString())).project();
        up(running);
    }

    private static LoadRequest request(String text) {
        Path folder = Path.of("/bench");
        return LoadRequest.in(folder).withSource(MemoryFiles.of(Map.of(folder.resolve("compose.yaml"), text)));
    }

    private static MemoryEngine engine() {
        MemoryEngine engine = new MemoryEngine((spec, command, input) -> Program.Outcome.RUNNING);
        engine.addImage("app");
        return engine;
    }

    /** Closes the engines. */
    @TearDown
    public void close() {
        empty.close();
        running.close();
        changing.close();
    }

    /** Where nothing is there yet. */
    @Benchmark
    public Plan create() {
        return UpPlan.of(project, Observer.observe(empty, project), UpOptions.DEFAULTS);
    }

    /** Where all is as it should be. */
    @Benchmark
    public Plan nothingToDo() {
        return UpPlan.of(project, Observer.observe(running, project), UpOptions.DEFAULTS);
    }

    /** Up and down again, carried out. */
    @Benchmark
    public void upAndDown() {
        up(changing);
        run(changing, DownPlan.of(project, Observer.observe(changing, project), DownOptions.DEFAULTS));
    }

    private void up(MemoryEngine engine) {
        run(engine, UpPlan.of(project, Observer.observe(engine, project), UpOptions.DEFAULTS));
    }

    private static void run(MemoryEngine engine, Plan plan) {
        new Executor(engine, NOTHING_TO_BUILD, event -> {
            // Nobody looks.
        }, ExecuteOptions.DEFAULTS).run(plan);
    }
}
