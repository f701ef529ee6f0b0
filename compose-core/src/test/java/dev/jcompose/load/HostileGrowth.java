package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.LOADS;
import static dev.jcompose.load.HostileInput.files;
import static dev.jcompose.load.HostileInput.numbered;
import static dev.jcompose.load.HostileInput.yaml;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A great many of what is harmless alone: the time must grow no faster than the files. */
final class HostileGrowth {
    private static final String SERVICE = "services: {a: {image: x}}\n";
    private static final String MERGED = "to more than";

    private HostileGrowth() {
    }

    static List<HostileInput> mistakes() {
        return List.of(
                yaml("80,000 unknown attributes", "compose.yaml:2:15: services.a.u0: unknown attribute 'u0'",
                        () -> "services: {a: {image: x,\n              " + numbered(80_000, "u%d: 1, ") + "}}\n"),
                yaml("80,000 unknown keys of a file", "compose.yaml:2:1: u0: unknown attribute 'u0'",
                        () -> SERVICE + numbered(80_000, "u%d: 1\n")),
                yaml("100,000 services with a mistake each", "more than 250000 values in one file",
                        () -> "services:\n" + numbered(100_000, "  s%d: {imag: x}\n")),
                yaml("40,000 services of a wrong type", "compose.yaml:2:", () -> "services:\n"
                        + numbered(40_000, "  s%d: {image: []}\n")),
                yaml("60,000 services that are lists", "compose.yaml:2:", () -> "services:\n"
                        + numbered(60_000, "  s%d: [a]\n")),
                yaml("12,000 services depend on missing ones", "no such service 'm0'", () -> "services:\n"
                        + numbered(12_000, "  s%d: {image: x, depends_on: [m%d]}\n")),
                yaml("12,000 services of one container name", "is taken, at compose.yaml:2:", () -> "services:\n"
                        + numbered(12_000, "  s%d: {image: x, container_name: cc}\n")),
                yaml("100,000 ranges of ports", "compose.yaml:", () -> "services: {a: {image: x, ports: ["
                        + numbered(100_000, "'%d-%d:%d-%d', ") + "]}}\n"),
                yaml("100,000 unset variables", LOADS, () -> SERVICE + "x-a: [" + numbered(100_000, "'$V%d', ")
                        + "]\n"),
                yaml("200,000 unset variables in one text", LOADS, () -> SERVICE + "x-a: '"
                        + numbered(200_000, "$V%d ") + "'\n"),
                yaml("200,000 wrong variables in one text", "compose.yaml:2:", () -> SERVICE + "x-a: '"
                        + numbered(200_000, "${V%d:%} ") + "'\n"));
    }

    static List<HostileInput> merges() {
        return List.of(
                files("100,000 items over 100,000", LOADS, () -> Map.of(
                        "compose.yaml", service("cap_add: [" + numbered(100_000, "C%d, ") + "]"),
                        "compose.override.yaml", service("cap_add: [" + numbered(100_000, "D%d, ") + "]"))),
                files("20,000 ports over 20,000", LOADS, () -> Map.of(
                        "compose.yaml", service("ports: [" + numbered(20_000, "'%d', ") + "]"),
                        "compose.override.yaml", service("ports: [" + numbered(20_000, "'%d:1/udp', ") + "]"))),
                files("20,000 mounts over 20,000", LOADS, () -> Map.of(
                        "compose.yaml", service("volumes: [" + numbered(20_000, "'/a%d:/a%d', ") + "]"),
                        "compose.override.yaml", service("volumes: [" + numbered(20_000, "'/b%d:/a%d', ") + "]"))),
                files("60,000 variables over 60,000", LOADS, () -> Map.of(
                        "compose.yaml", service("environment: [" + numbered(60_000, "A%d=1, ") + "]"),
                        "compose.override.yaml", service("environment: {" + numbered(60_000, "A%d: 2, ") + "}"))),
                files("60,000 hosts over 60,000", LOADS, () -> Map.of(
                        "compose.yaml", service("extra_hosts: [" + numbered(60_000, "'h%d:10.0.0.1', ") + "]"),
                        "compose.override.yaml",
                        service("extra_hosts: {" + numbered(60_000, "h%d: 10.0.0.2, ") + "}"))),
                yaml("3,000 documents of one service", MERGED,
                        () -> numbered(3_000, "---\nservices: {s%d: {image: x, labels: {a: b}}}\n")),
                new HostileInput("1,000 files of one service", MERGED, folder -> {
                    List<String> names = new ArrayList<>();
                    for (int i = 0; i < 1_000; i++) {
                        Files.writeString(folder.resolve("f" + i), "services: {a: {image: x, ports: ['" + i + "']}}\n");
                        names.add(folder.resolve("f" + i).toString());
                    }
                    return LoadRequest.in(folder).withFiles(names);
                }),
                yaml("2,000 services extend one of 100 values", LOADS,
                        () -> "services:\n  b: {image: x, labels: {" + numbered(100, "l%d: v, ") + "}}\n"
                                + numbered(2_000, "  s%d: {extends: b}\n")),
                yaml("services that extend each other like a tree", LOADS, () -> "services:\n  s0: {image: x}\n"
                        + tree(10_000)),
                files("includes that meet again", "more than 1000 files are included", () -> {
                    Map<String, Object> all = new HashMap<>();
                    for (int i = 0; i < 30; i++) {
                        all.put(i == 0 ? "compose.yaml" : "l" + i + ".yaml",
                                "include: [l" + (i + 1) + ".yaml, r" + (i + 1) + ".yaml]\n");
                        all.put("r" + i + ".yaml", "include: [l" + (i + 1) + ".yaml, r" + (i + 1) + ".yaml]\n");
                    }
                    all.put("l30.yaml", SERVICE);
                    all.put("r30.yaml", SERVICE);
                    return all;
                }));
    }

    static List<HostileInput> graphs() {
        return List.of(
                yaml("10,000 services depend on the next, and none has a profile that is on", LOADS,
                        () -> "services:\n" + numbered(10_000, "  s%d: {image: x, profiles: [p%d]}\n")),
                yaml("10,000 services, each using the next one's network", LOADS,
                        () -> "services:\n  s10000: {image: x}\n" + next(10_000, "network_mode: 'service:s%d'")),
                yaml("10,000 services, each with the volumes of the next", LOADS,
                        () -> "services:\n  s10000: {image: x}\n" + next(10_000, "volumes_from: [s%d]")),
                new HostileInput("one service wanted that depends on 10,000 in a row", LOADS, folder -> {
                    Files.writeString(folder.resolve("compose.yaml"), "services:\n  s10000: {image: x}\n"
                            + next(10_000, "profiles: [p], depends_on: [s%d]"));
                    return LoadRequest.in(folder).withServices(List.of("s0"));
                }),
                yaml("300 services, each depending on all before", LOADS, () -> all(300)));
    }

    static List<HostileInput> lengths() {
        String name = "n".repeat(1 << 20);
        return List.of(
                yaml("the name of a service, 1 MiB", "compose.yaml:2:5: ",
                        () -> "services:\n  ? \"" + name + " \"\n  : {image: x}\n"),
                yaml("an unknown attribute, 1 MiB", "compose.yaml:1:18: ",
                        () -> "services: {a: {? " + name + "\n : 1, image: x}}\n"),
                yaml("a variable's name, 1 MiB", LOADS, () -> service("hostname: '${" + name + "}'")),
                yaml("a required variable's name, 1 MiB", "the required variable nnn",
                        () -> service("hostname: '${" + name + "?}'")),
                yaml("a reference, 1 MiB", "no such network", () -> service("networks: [" + name + "]")),
                yaml("a path, 1 MiB", "compose.yaml:", () -> service("env_file: " + name)),
                yaml("a path of 300,000 folders", LOADS, () -> service("volumes: ['./" + "a/".repeat(300_000)
                        + ":/b']")),
                yaml("a path of 300,000 steps up", LOADS, () -> service("volumes: ['./" + "../".repeat(300_000)
                        + ":/b']")),
                yaml("a command of a million quotes", "compose.yaml:", () -> service("command: \"" + "'".repeat(999_999)
                        + "\"")),
                yaml("a command of a million words", LOADS, () -> service("command: " + "a ".repeat(200_000))),
                yaml("an image, 1 MiB", LOADS, () -> service("image: " + name)),
                files("a line of .env, 7 MiB", LOADS,
                        () -> Map.of("compose.yaml", SERVICE, ".env", "A=" + "x".repeat(7 << 20))),
                files("a name in .env, 7 MiB", LOADS,
                        () -> Map.of("compose.yaml", SERVICE, ".env", "x".repeat(7 << 20) + "=1")),
                files("500,000 lines of .env", "more than 200000 variables",
                        () -> Map.of("compose.yaml", SERVICE, ".env", numbered(500_000, "A%d=1\n"))),
                files("300,000 unset variables in .env", LOADS,
                        () -> Map.of("compose.yaml", SERVICE, ".env", numbered(300_000, "A=$B%d\n"))),
                files("a quote in .env that is never closed", ".env:1:3: the quote is not closed",
                        () -> Map.of("compose.yaml", SERVICE, ".env", "A=\"" + "x\n".repeat(3 << 20))),
                files("a bomb in .env", ".env:", () -> Map.of("compose.yaml", SERVICE, ".env", bomb())),
                files("a bomb in an env file", "e:", () -> Map.of("compose.yaml", service("env_file: e"), "e", bomb())),
                files("defaults in .env, 50,000 deep", "levels deep", () -> Map.of("compose.yaml", SERVICE, ".env",
                        "A=" + "${B:-".repeat(50_000) + "}".repeat(50_000))));
    }

    private static String service(String attributes) {
        return "services:\n  a:\n    " + (attributes.startsWith("image") ? "" : "image: x\n    ") + attributes + "\n";
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("A0=xxxxxxxxxx\n");
        for (int i = 1; i < 60; i++) {
            text.append('A').append(i).append('=').append(("${A" + (i - 1) + "}").repeat(10)).append('\n');
        }
        return text.toString();
    }

    private static String tree(int services) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < services; i++) {
            text.append("  s").append(i).append(": {extends: s").append(i / 2).append("}\n");
        }
        return text.toString();
    }

    private static String next(int services, String attribute) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < services; i++) {
            text.append("  s").append(i).append(": {image: x, ")
                    .append(attribute.replace("%d", Integer.toString(i + 1))).append("}\n");
        }
        return text.toString();
    }

    private static String all(int services) {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < services; i++) {
            text.append("  s").append(i).append(": {image: x, depends_on: [").append(numbered(i, "s%d, "))
                    .append("]}\n");
        }
        return text.toString();
    }
}
