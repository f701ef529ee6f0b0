package dev.jcompose.project;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.plan.DownOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings projects up and down a hundred times, four at once, and tells what has piled up. */
final class Cycles {
    private static final int LANES = 4;
    private static final int CYCLES = 25;

    private final Path folder;

    private Cycles(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Cycles cycles = new Cycles(Path.of(args[0]));
        cycles.inLanes(1);
        Set<Thread> before = threads();
        long files = files();
        cycles.inLanes(CYCLES);
        System.out.println(LANES * CYCLES + " cycles; more threads: " + left(before) + ", more files: "
                + Math.max(0, files() - files) + ", containers: " + cycles.containers()
                + ", processes: " + ProcessHandle.current().descendants().count());
    }

    private void inLanes(int count) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                String name = "library-cycle-" + lane;
                lanes.add(threads.submit(() -> {
                    for (int each = 0; each < count; each++) {
                        cycle(name);
                    }
                    return null;
                }));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        }
    }

    private void cycle(String name) throws IOException {
        try (ComposeProject project = open(name)) {
            project.up();
            project.down(DownOptions.DEFAULTS);
        }
    }

    private ComposeProject open(String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("compose.yaml");
        return ComposeProject.open(Files.writeString(file, "name: " + name + """

                services:
                  one: {image: busybox, command: sleep 600, network_mode: none, stop_grace_period: 0s}
                """));
    }

    private int containers() throws IOException {
        int count = 0;
        for (int lane = 0; lane < LANES; lane++) {
            String name = "library-cycle-" + lane;
            try (ComposeProject project = open(name)) {
                count += project.engine().containers().list(ContainerFilter.ofProject(name)).size();
            }
        }
        return count;
    }

    /** The names of the threads that came since and do not end: a thread that was told to end may need a moment. */
    private static List<String> left(Set<Thread> before) throws InterruptedException {
        Set<Thread> since = threads();
        since.removeAll(before);
        List<String> names = new ArrayList<>();
        for (Thread thread : since) {
            if (!thread.join(Duration.ofSeconds(10))) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    /** Without the virtual machine's own, which carry virtual threads and come and go. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool-")
                        && !thread.getName().contains("Poller") && !thread.getName().startsWith("VirtualThread-"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long files() throws IOException {
        Path files = Path.of("/proc/self/fd");
        if (!Files.exists(files)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(files)) {
            return open.count();
        }
    }
}
