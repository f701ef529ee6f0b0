package dev.jcompose.load;

import com.sun.management.OperatingSystemMXBean;
import dev.jcompose.source.InvalidProjectException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program for a process of its own, with little memory: loads each hostile input and prints a line with what came of
 * it. A load is tried again where it took long, since the first ones have classes to load and a busy machine takes
 * time from everybody; the least counts.
 */
final class HostileLoads {
    /** Four times what such a load may take on a usual machine: slow machines run this, too. */
    static final long MOST_MILLIS = 8_000;
    private static final int TRIES = 4;
    private static final int LONGEST = 400;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final PrintStream out;

    private HostileLoads(PrintStream out) {
        this.out = out;
    }

    /** What a line says. */
    record Result(String name, long millis, String outcome) {
        static Result parse(String line) {
            String[] parts = line.split("\t", 3);
            return new Result(parts[0], Long.parseLong(parts[1]), parts[2]);
        }
    }

    public static void main(String[] arguments) throws IOException {
        HostileLoads loads = new HostileLoads(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Path root = Path.of(arguments[0]);
        for (int i = 0; i < 20; i++) {
            loads.outcome(LoadRequest.in(Path.of("/p")).withSource(MemoryFiles.of(Map.of(
                    Path.of("/p/compose.yaml"), "services: {a: {image: \"x${A:-1}\", ports: [80:80]}}"))));
        }
        for (HostileInput input : HostileInputs.all()) {
            if (arguments.length > 1 && !input.name().contains(arguments[1])) {
                continue;
            }
            Path folder = Files.createDirectory(root.resolve("folder"));
            loads.load(input, folder);
            remove(folder);
        }
    }

    private void load(HostileInput input, Path folder) throws IOException {
        LoadRequest request = input.setup().in(folder);
        long least = Long.MAX_VALUE;
        String outcome = "";
        for (int i = 0; i < TRIES && least > MOST_MILLIS / 2; i++) {
            long before = system.getProcessCpuTime();
            outcome = outcome(request);
            least = Math.min(least, (system.getProcessCpuTime() - before) / 1_000_000);
        }
        out.println(input.name() + "\t" + least + "\t" + outcome);
    }

    private String outcome(LoadRequest request) {
        String outcome;
        try {
            outcome = HostileInput.LOADS + ": " + ComposeLoader.load(request).tree().keys();
        } catch (InvalidProjectException e) {
            List<String> problems = e.problems().stream().map(String::valueOf).toList();
            outcome = problems.size() + " problems, the first: " + problems.getFirst();
        } catch (RuntimeException | Error e) {
            StringBuilder trace = new StringBuilder("thrown: " + e);
            Stream.of(e.getStackTrace()).limit(12).forEach(each -> trace.append(" < ").append(each));
            return trace.toString().replace('\n', ' ');
        }
        return outcome.substring(0, Math.min(outcome.length(), LONGEST)).replace('\n', ' ').replace('\r', ' ');
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
