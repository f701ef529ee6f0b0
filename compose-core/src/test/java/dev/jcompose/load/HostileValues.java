package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.LOADS;
import static dev.jcompose.load.HostileInput.numbered;
import static dev.jcompose.load.HostileInput.yaml;

import dev.jcompose.env.Environment;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Attributes with values that grow, never end, or lead to each other. */
final class HostileValues {
    private static final String PORTS = "the ranges of ports of this file are too many ports together";

    private HostileValues() {
    }

    static List<HostileInput> numbers() {
        return List.of(
                yaml("all ports of 100 services", PORTS,
                        () -> "services:\n" + numbered(100, "  s%d: {image: x, ports: ['1-65535:1-65535']}\n")),
                service("ports of a range without end", "compose.yaml:4:", "ports: ['1-99999999999999']"),
                service("a port of a million digits", "compose.yaml:4:", "ports: ['" + "1".repeat(1 << 20) + "']"),
                service("a port of a million colons", "compose.yaml:4:", "ports: ['" + ":".repeat(1 << 20) + "']"),
                service("20,000 ports", LOADS, "ports: [" + numbered(20_000, "%d, ").substring(3) + "]"),
                service("50,000 wrong ports", "compose.yaml:4:13", "ports: [" + "x, ".repeat(50_000) + "]"),
                service("a number of a million digits", "compose.yaml:4:", "scale: " + "9".repeat(1 << 20)),
                service("a number with an exponent", "compose.yaml:4:", "scale: 1e999999999"),
                service("a size of a million digits", LOADS, "mem_limit: '" + "9".repeat(1 << 20) + "g'"),
                service("a size with an exponent", LOADS, "mem_limit: '1e999999999'"),
                service("a share with an exponent", LOADS, "cpus: '1e-999999999'"),
                service("a duration of a million hours", "compose.yaml:4:",
                        "stop_grace_period: " + "1h".repeat(1 << 19)),
                service("a duration of a million digits", "compose.yaml:4:",
                        "stop_grace_period: 1." + "1".repeat(1 << 20) + "s"),
                service("a duration of centuries", "compose.yaml:4:", "stop_grace_period: 99999999999999h"));
    }

    static List<HostileInput> variables() {
        return List.of(
                service("variables nested 100,000 deep", "levels deep",
                        "hostname: '" + "${A:-".repeat(100_000) + "}".repeat(100_000) + "'"),
                service("a million variables opened", "begins no variable", "hostname: '" + "${".repeat(1 << 20) + "'"),
                service("200,000 defaults opened", "compose.yaml:4:", "hostname: '" + "${A:-".repeat(200_000) + "'"),
                service("a million braces", "compose.yaml:4:", "hostname: '${A:-" + "{".repeat(1 << 20) + "'"),
                service("many braces in defaults", "levels deep", "hostname: '" + "${A:-{}".repeat(1 << 17) + "'"),
                service("millions of dollars", LOADS, "hostname: '" + "$".repeat(4 << 20) + "'"),
                service("50,000 required variables", "the required variable A0 is not set",
                        "labels: {" + numbered(50_000, "l%d: '${A%d:?x}', ") + "}"),
                new HostileInput("a long variable 10,000 times", "expand to more than 64 Mi characters", folder -> {
                    Files.writeString(folder.resolve("compose.yaml"), "services: {a: {image: x, labels: {"
                            + numbered(10_000, "l%d: '${A}', ") + "}}}\n");
                    return LoadRequest.in(folder).withEnvironment(Environment.shell(Map.of("A", "x".repeat(1 << 20))));
                }));
    }

    static List<HostileInput> references() {
        return List.of(
                service("20,000 unknown networks", "no such network 'a0'",
                        "networks: [" + numbered(20_000, "a%d, ") + "]"),
                service("20,000 unknown volumes", "no such volume 'a0'",
                        "volumes: [" + numbered(20_000, "'a%d:/b%d', ") + "]"),
                service("20,000 unknown dependencies", "no such service 'd0'",
                        "depends_on: [" + numbered(20_000, "d%d, ") + "]"),
                yaml("5,000 services depend on the next", LOADS,
                        () -> "services:\n  s5000: {image: x}\n" + depends(5_000, 1)),
                yaml("5,000 services depend on each other in a circle", "compose.yaml:",
                        () -> "services:\n  s5000: {image: x, depends_on: [s0]}\n" + depends(5_000, 1)),
                yaml("10,000 services", LOADS, () -> "services:\n" + numbered(10_000, "  s%d: {image: x}\n")),
                yaml("10,000 services without an image", "compose.yaml:2:",
                        () -> "services:\n" + numbered(10_000, "  s%d: {}\n")));
    }

    private static HostileInput service(String name, String expected, String attributes) {
        return yaml(name, expected, () -> "services:\n  a:\n    image: x\n    " + attributes + "\n");
    }

    private static String depends(int services, int each) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < services; i++) {
            text.append("  s").append(i).append(": {image: x, depends_on: [");
            for (int j = i + 1; j <= Math.min(services, i + each); j++) {
                text.append('s').append(j).append(", ");
            }
            text.append("]}\n");
        }
        return text.toString();
    }
}
