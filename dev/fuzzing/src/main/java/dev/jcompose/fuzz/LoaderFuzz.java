package dev.jcompose.fuzz;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.MemoryFiles;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * What must be true of a load of any bytes: it ends soon, in a project or in problems that point into the files; a
 * second load gives the same; and what {@code config} prints is an input like any other. Anything else that is thrown
 * is a finding. The fuzzer sees to memory and to loads that do not end at all.
 */
public final class LoaderFuzz {
    private static final Duration MOST_TIME = Duration.ofSeconds(2);
    private static final Map<String, String> VARIABLES = Map.of("HOME", "/home/me", "SET", "text", "NUMBER", "8080",
            "EMPTY", "", "COMPOSE_PROFILES", "a");

    private LoaderFuzz() {
    }

    /** Called by the fuzzer once: classes are instrumented when they are loaded, which takes longer than any load. */
    public static void fuzzerInitialize() {
        load(new FuzzedFiles("services: {a: {image: x, bild: ., ports: ['80:80']}, b: {extends: a}}".getBytes(
                StandardCharsets.UTF_8)));
    }

    /** Called by the fuzzer for each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        // What is slow once may have had classes to load; what is slow twice is slow.
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 2 && least > MOST_TIME.toNanos(); tries++) {
            long before = processorTime();
            load(new FuzzedFiles(input));
            least = Math.min(least, processorTime() - before);
        }
        if (least > MOST_TIME.toNanos()) {
            throw new AssertionError("takes more than " + MOST_TIME.toMillis() + " ms of the processor");
        }
    }

    private static void load(FuzzedFiles files) {
        LoadRequest request = LoadRequest.in(FuzzedFiles.FOLDER)
                .withName("fuzz")
                .withSource(files)
                .withEnvironment(Environment.shell(VARIABLES));
        String printed = load(request, files);
        String traced = load(request.withOptions(LoadOptions.DEFAULTS.trace(true)), files);
        if (!printed.equals(traced)) {
            throw new AssertionError("loaded twice:\n" + printed + "and:\n" + traced);
        }
        load(request.withOptions(LoadOptions.DEFAULTS.interpolate(false)), files);
        load(request.withSource(MemoryFiles.of(Map.of(FuzzedFiles.FOLDER.resolve("compose.yaml"), printed))), files);
    }

    /** The project as text, or what is wrong. */
    private static String load(LoadRequest request, FuzzedFiles files) {
        try {
            LoadedProject loaded = ComposeLoader.load(request);
            loaded.warnings().forEach(warning -> check(warning, files, request));
            if (!request.options().interpolate()) {
                return ConfigWriter.writeUninterpolated(loaded.tree(), Format.YAML);
            }
            loaded.project();
            return ConfigWriter.write(loaded.tree(), Format.YAML);
        } catch (InvalidProjectException e) {
            e.problems().forEach(problem -> check(problem, files, request));
            return e.getMessage() + "\n";
        }
    }

    private static void check(Problem problem, FuzzedFiles files, LoadRequest request) {
        Position position = problem.position();
        boolean elsewhere = position.line() == 0 || position.equals(Position.DEFAULT) || request.source() != files;
        if (!elsewhere && position.line() > files.lines(FuzzedFiles.FOLDER.resolve(position.file()))) {
            throw new AssertionError("points to nowhere: " + problem);
        }
        if ((position.line() > 0 && position.column() < 1) || problem.message().isBlank()) {
            throw new AssertionError("says nothing: " + problem);
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
