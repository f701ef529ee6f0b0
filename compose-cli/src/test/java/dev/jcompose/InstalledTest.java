package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that starts the program, by other names and in other places. */
@Timeout(120)
class InstalledTest {
    private static final int LARGEST_SCRIPT = 100_000;

    @TempDir
    Path folder = Path.of("");
    private Path launcher = Path.of("");
    private Path home = Path.of("");

    private record Result(int code, String out, String err) {}

    /** How the file comes to another place. */
    enum Way {
        COPY, LINK, LINK_TO_A_LINK
    }

    @BeforeEach
    void install() throws IOException {
        launcher = Installed.below(folder);
        home = Files.createDirectories(folder.resolve("home"));
    }

    private Path plugin(Way way) throws IOException {
        Path plugin = Files.createDirectories(home.resolve(".docker/cli-plugins")).resolve("docker-compose");
        return switch (way) {
            case COPY -> Files.copy(launcher, plugin, StandardCopyOption.COPY_ATTRIBUTES);
            case LINK -> Files.createSymbolicLink(plugin, launcher);
            case LINK_TO_A_LINK -> Files.createSymbolicLink(plugin,
                    Files.createSymbolicLink(folder.resolve("link"), launcher));
        };
    }

    /** Runs a program with no variables but these and PATH. */
    private Result run(Map<String, String> variables, List<String> words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(variables);
        builder.redirectError(folder.resolve("err").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(folder.resolve("err")));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void it_runs_from_other_places_under_another_name(Way way) throws Exception {
        Result result = run(Map.of("HOME", home.toString()), List.of(plugin(way).toString(), "version", "--short"));
        assertEquals(new Result(0, Version.NUMBER + "\n", ""), result);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"COPY", "LINK"})
    void it_needs_no_home(Way way) throws Exception {
        String plugin = plugin(way).toString();
        Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: busybox}}");
        for (Map<String, String> variables : List.of(Map.of("HOME", ""), Map.<String, String>of())) {
            assertEquals(new Result(0, "web\n", ""), run(variables, List.of(plugin, "config", "--services")));
        }
    }

    @Test
    void docker_is_told_what_it_is_without_a_virtual_machine() throws Exception {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started >" + folder.resolve("started"));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"99\"\n");
        Map<String, String> variables = Map.of("HOME", home.toString(), "JAVA_HOME", folder.resolve("java").toString());
        String plugin = plugin(Way.LINK).toString();

        Result metadata = run(variables, List.of(plugin, "docker-cli-plugin-metadata"));

        assertEquals(0, metadata.code());
        assertTrue(metadata.out().contains("\"SchemaVersion\":\"0.1.0\""), metadata.out());
        assertTrue(metadata.out().contains("\"Version\":\"v" + Version.NUMBER + "\""), metadata.out());
        assertTrue(Files.notExists(folder.resolve("started")));
        run(variables, List.of(plugin, "version"));
        assertTrue(Files.exists(folder.resolve("started")), "this test would not notice a virtual machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command/PsCommand", "command/HeadStart", "ErrorReport"})
    void damaged_files_are_told_in_a_line(String damaged) throws Exception {
        Path file = folder.resolve("damaged/dev/jcompose/" + damaged + ".class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no class at all");
        String classPath = System.getProperty("java.class.path");
        Files.writeString(launcher,
                Files.readString(launcher).replace(classPath, folder.resolve("damaged") + ":" + classPath));

        Result result = run(Map.of("HOME", home.toString()), List.of(launcher.toString(), "ps", "--nonsense"));

        assertEquals(1, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("jcompose's own files are damaged or not of one version; install it again:"
                + " java.lang.ClassFormatError: "), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"COPY", "LINK"})
    void docker_compose_is_jcompose(Way way) throws Exception {
        Optional<String> docker = docker();
        assumeTrue(docker.isPresent(), "needs docker's command");
        String program = docker.orElseThrow();
        plugin(way);
        Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: busybox}}");
        Map<String, String> variables = Map.of("HOME", home.toString());

        Result version = run(variables, List.of(program, "compose", "version", "--short"));
        Result services = run(variables, List.of(program, "compose", "-p", "other", "config", "--services"));
        Result wrong = run(variables, List.of(program, "compose", "config", "nothing"));

        assertEquals(new Result(0, Version.NUMBER + "\n", ""), version);
        assertEquals(new Result(0, "web\n", ""), services);
        assertEquals(1, wrong.code(), wrong.err());
    }

    @Test
    void options_of_version_1_are_understood() throws Exception {
        Path standalone = Files.createSymbolicLink(folder.resolve("docker-compose"), launcher);
        Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: busybox}}");
        List<String> line = new ArrayList<>(List.of(standalone.toString(), "--verbose", "--no-ansi", "--log-level",
                "ERROR", "-H", "tcp://127.0.0.1:1", "--tls", "--tlsverify", "--tlscacert", "ca.pem", "--tlscert",
                "cert.pem", "--tlskey", "key.pem", "--skip-hostname-check", "--compatibility", "config", "--services"));
        assertEquals(new Result(0, "web\n", ""), run(Map.of("HOME", home.toString()), line));
        assertTrue(run(Map.of("HOME", home.toString()), List.of(standalone.toString(), "-v")).out()
                .contains(Version.NUMBER));
    }

    /** docker's own program: dev/engine puts a script before it, which always takes docker compose for the plugin. */
    private static Optional<String> docker() throws IOException {
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(place, "docker");
            if (Files.isExecutable(file)) {
                String text = Files.size(file) > LARGEST_SCRIPT
                        ? ""
                        : Files.readString(file, StandardCharsets.ISO_8859_1);
                Matcher called = Pattern.compile("(?m)^exec '([^']+)' \"\\$@\"$").matcher(text);
                return Optional.of(called.find() ? called.group(1) : file.toString());
            }
        }
        return Optional.empty();
    }
}
