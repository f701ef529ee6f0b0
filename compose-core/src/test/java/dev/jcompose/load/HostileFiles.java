package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.files;
import static dev.jcompose.load.HostileInput.numbered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files and services that lead to each other. */
final class HostileFiles {
    private static final String SERVICE = "services: {a: {image: x}}\n";

    private HostileFiles() {
    }

    static List<HostileInput> chains() {
        return List.of(
                files("10,000 services extend each other", "services extend each other in a row", () -> Map.of(
                        "compose.yaml", "services:\n  s10000: {image: x}\n" + chain(10_000))),
                files("a service extends itself", "services extend each other: a (compose.yaml:1:12) → a",
                        () -> Map.of("compose.yaml", "services: {a: {extends: a}}\n")),
                files("a service extends itself in its file", "services extend each other",
                        () -> Map.of("compose.yaml", "services: {a: {extends: {file: compose.yaml, service: a}}}\n")),
                files("150 services extend each other in a circle", "services extend each other",
                        () -> Map.of("compose.yaml", "services:\n  s150: {extends: s0}\n" + chain(150))),
                files("10,000 services extend a missing one", "no service 's0'", () -> Map.of("compose.yaml",
                        "services:\n" + numbered(10_000, "  t%d: {extends: s0}\n"))),
                files("900 services extend a large one", "to more than", () -> Map.of("compose.yaml",
                        "services:\n  b: {image: x, environment: {" + numbered(2_000, "K%d: v, ") + "}}\n"
                                + numbered(900, "  t%d: {extends: b}\n"))),
                files("a chain of large services", "to more than", () -> Map.of("compose.yaml",
                        "services:\n  s190: {image: x, environment: {" + numbered(6_000, "K%d: v, ") + "}}\n"
                                + chain(190))),
                new HostileInput("extends through 500 files", "services extend each other in a row", folder -> {
                    for (int i = 0; i < 500; i++) {
                        Files.writeString(folder.resolve(i == 0 ? "compose.yaml" : "f" + i + ".yaml"),
                                "services: {a: {extends: {file: f" + (i + 1) + ".yaml, service: a}}}\n");
                    }
                    return LoadRequest.in(folder);
                }),
                new HostileInput("include through 500 files", "files include each other in a row",
                        folder -> includes(folder, 500, "include: [%s]\n")),
                new HostileInput("include that doubles", "more than 1000 files are included",
                        folder -> includes(folder, 40, "include: [%s, %s]\n")),
                files("a file includes itself", "files include each other",
                        () -> Map.of("compose.yaml", "include: [compose.yaml]\n" + SERVICE)),
                files("files include each other under other names", "files include each other",
                        () -> Map.of("a/b.yaml", "include: [../compose.yaml]\n", "compose.yaml",
                                "include: [a/../a/./b.yaml]\n" + SERVICE)),
                new HostileInput("a file includes itself through a link", "include[0].path: ", folder -> {
                    Files.createSymbolicLink(folder.resolve("l"), Path.of("."));
                    Files.writeString(folder.resolve("compose.yaml"), "include: [l/compose.yaml]\n" + SERVICE);
                    return LoadRequest.in(folder);
                }));
    }

    private static LoadRequest includes(Path folder, int files, String line) throws IOException {
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve(i == 0 ? "compose.yaml" : "f" + i + ".yaml"),
                    line.replace("%s", "f" + (i + 1) + ".yaml"));
        }
        Files.writeString(folder.resolve("f" + files + ".yaml"), SERVICE);
        return LoadRequest.in(folder);
    }

    private static String chain(int services) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < services; i++) {
            text.append("  s").append(i).append(": {extends: s").append(i + 1).append("}\n");
        }
        return text.toString();
    }
}
