package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.LOADS;
import static dev.jcompose.load.HostileInput.numbered;

import dev.jcompose.env.Environment;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is no file, or none that anybody would want to read, at each place that names a file. */
final class HostileDevices {
    private static final String SERVICE = "services: {a: {image: x}}\n";

    private HostileDevices() {
    }

    /** Puts a thing there, and says what to read. */
    private interface Thing {
        Path in(Path folder) throws IOException;
    }

    /** Has a file named by something. */
    private interface Place {
        LoadRequest naming(Path file, Path folder) throws IOException;
    }

    static List<HostileInput> all() {
        Map<String, Thing> things = Map.of(
                "/dev/zero", folder -> Path.of("/dev/zero"),
                "/dev/full", folder -> Path.of("/dev/full"),
                "a folder", folder -> Files.createDirectory(folder.resolve("thing")),
                "a pipe", folder -> pipe(folder.resolve("thing")),
                "a link to nothing", folder -> Files.createSymbolicLink(folder.resolve("thing"), Path.of("nothing")),
                "a link to itself", folder -> Files.createSymbolicLink(folder.resolve("thing"), Path.of("thing")),
                "100 MB", folder -> zeros(folder.resolve("thing"), 100_000_000),
                "zeros", folder -> zeros(folder.resolve("thing"), 1 << 20));
        Map<String, String> expected = Map.of("/dev/zero", "is longer than the 8 MiB", "/dev/full",
                "is longer than the 8 MiB", "a folder", "is a folder", "a pipe", "is a pipe that nobody writes to",
                "a link to nothing", "no such ", "a link to itself", "is a symbolic link that leads to itself",
                "100 MB", "is longer than the 8 MiB", "zeros", "U+0000");
        Map<String, Place> places = Map.of(
                "-f", (file, folder) -> LoadRequest.of(file),
                "COMPOSE_FILE", (file, folder) -> LoadRequest.in(folder).withEnvironment(
                        Environment.shell(Map.of("COMPOSE_FILE", file.toString()))),
                "--env-file", (file, folder) -> written(folder, SERVICE).withEnvFiles(List.of(file.toString())),
                "env_file", (file, folder) -> written(folder,
                        "services: {a: {image: x, env_file: ['" + file + "']}}\n"),
                "env_file, raw", (file, folder) -> written(folder,
                        "services: {a: {image: x, env_file: [{path: '" + file + "', format: raw}]}}\n"),
                "label_file", (file, folder) -> written(folder,
                        "services: {a: {image: x, label_file: ['" + file + "']}}\n"),
                "extends", (file, folder) -> written(folder,
                        "services: {a: {image: x, extends: {file: '" + file + "', service: a}}}\n"),
                "include", (file, folder) -> written(folder, "include: ['" + file + "']\n" + SERVICE),
                "env_file of include", (file, folder) -> {
                    Files.writeString(folder.resolve("b.yaml"), "services: {b: {image: x}}\n");
                    return written(folder, "include: [{path: b.yaml, env_file: '" + file + "'}]\n" + SERVICE);
                });
        List<HostileInput> inputs = new ArrayList<>();
        new TreeMap<>(things).forEach((name, thing) -> new TreeMap<>(places).forEach((where, place) -> inputs.add(
                new HostileInput(name + " as " + where, expected.getOrDefault(name, "?"),
                        folder -> place.naming(thing.in(folder), folder)))));
        inputs.addAll(many());
        return inputs;
    }

    private static List<HostileInput> many() {
        return List.of(
                new HostileInput("1,000 pipes as env_file", "is a pipe that nobody writes to", folder -> {
                    List<String> command = new ArrayList<>(List.of("mkfifo"));
                    for (int i = 0; i < 1_000; i++) {
                        command.add(folder.resolve("p" + i).toString());
                    }
                    run(command);
                    return written(folder, "services: {a: {image: x, env_file: [" + numbered(1_000, "p%d, ") + "]}}\n");
                }),
                new HostileInput("3,000 env files of 20 variables each", "set more than 300000 values", folder -> {
                    for (int i = 0; i < 3_000; i++) {
                        Files.writeString(folder.resolve("e" + i), numbered(20, "A" + i + "_%d=1\n"));
                    }
                    return written(folder, "services: {a: {image: x, env_file: [" + numbered(3_000, "e%d, ") + "]}}\n");
                }),
                new HostileInput("300 env files of 20 variables each", LOADS, folder -> {
                    for (int i = 0; i < 300; i++) {
                        Files.writeString(folder.resolve("e" + i), numbered(20, "A" + i + "_%d=1\n"));
                    }
                    return written(folder, "services: {a: {image: x, env_file: [" + numbered(300, "e%d, ") + "]}}\n");
                }),
                new HostileInput("one env file for 2,000 services", "set more than 300000 values", folder -> {
                    Files.writeString(folder.resolve("e"), numbered(1_000, "VARIABLE_%d=12345\n"));
                    return written(folder, "services:\n" + numbered(2_000, "  s%d: {image: x, env_file: e}\n"));
                }));
    }

    private static LoadRequest written(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("compose.yaml"), text);
        return LoadRequest.in(folder);
    }

    private static Path zeros(Path file, long length) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(length);
        }
        return file;
    }

    private static Path pipe(Path file) throws IOException {
        run(List.of("mkfifo", file.toString()));
        return file;
    }

    private static void run(List<String> command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("failed: " + command.getFirst());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
