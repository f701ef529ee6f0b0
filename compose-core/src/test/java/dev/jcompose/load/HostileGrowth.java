package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.LOADS;
import static dev.jcompose.load.HostileInput.files;
import static dev.jcompose.load.HostileInput.numbered;
import static dev.jcompose.load.HostileInput.yaml;

import java.util.List;
import java.util.Map;

/** A great many of what is harmless alone: the time must grow no faster than the files. */
final class HostileGrowth {
    private static final String SERVICE = "services: {a: {image: x}}\n";

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
                        "compose.override.yaml", service("volumes: [" + numbered(20_000, "'/b%d:/a%d', ") + "]"))));
    }

    private static String service(String attributes) {
        return "services:\n  a:\n    image: x\n    " + attributes + "\n";
    }
}
