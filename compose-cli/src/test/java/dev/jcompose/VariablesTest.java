package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each variable of the environment that docker compose knows changes something here as well, or it is told why not. */
class VariablesTest {
    private static final String TWO_FILES = "compose.yaml,other.yaml";

    @TempDir
    Path folder = Path.of("");

    /** A command line whose answer a variable changes. */
    record Case(String variable, String value, Map<String, String> others, List<String> line) {
        static Case of(String variable, String value, String... line) {
            return new Case(variable, value, Map.of(), List.of(line));
        }

        Case beside(String name, String setting) {
            return new Case(variable, value, Map.of(name, setting), line);
        }
    }

    static List<Case> cases() {
        return List.of(
                Case.of("COMPOSE_FILE", "other.yaml", "config", "--services"),
                Case.of("COMPOSE_PATH_SEPARATOR", ",", "config", "--services").beside("COMPOSE_FILE", TWO_FILES),
                Case.of("COMPOSE_PROJECT_NAME", "named", "config"),
                Case.of("COMPOSE_PROFILES", "extra", "config", "--services"),
                Case.of("COMPOSE_ENV_FILES", "other.env", "config"),
                Case.of("COMPOSE_DISABLE_ENV_FILE", "1", "config"),
                Case.of("COMPOSE_PARALLEL_LIMIT", "few", "up", "-d"),
                Case.of("COMPOSE_IGNORE_ORPHANS", "1", "-f", "other.yaml", "up", "-d"),
                Case.of("COMPOSE_REMOVE_ORPHANS", "1", "-f", "other.yaml", "up", "-d"),
                Case.of("COMPOSE_ANSI", "always", "--progress", "tty", "up", "-d"),
                Case.of("NO_COLOR", "1", "--progress", "tty", "up", "-d").beside("COMPOSE_ANSI", "always"),
                Case.of("COMPOSE_STATUS_STDOUT", "1", "up", "-d"),
                Case.of("COMPOSE_PROGRESS", "json", "up", "-d"),
                Case.of("COMPOSE_COMPATIBILITY", "1", "--dry-run", "up", "-d"),
                Case.of("COMPOSE_EXPERIMENTAL_GIT_REMOTE", "0", "-f", "https://127.0.0.1:1/x.git", "config"),
                Case.of("COMPOSE_EXPERIMENTAL_OCI_REMOTE", "0", "-f", "oci://127.0.0.1:1/x", "config"),
                Case.of("DOCKER_DEFAULT_PLATFORM", "linux/s390x", "--profile", "extra", "config", "--hash", "built"),
                Case.of("PWD", "/somewhere", "-f", "variables.yaml", "config"));
    }

    /** Tried by tests of their own, for which engines, registries, terminals or builders are needed. */
    private static final Map<String, Set<String>> TRIED_ELSEWHERE = Map.of(
            "EngineAddressTest, DockerHostTest", Set.of("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS",
                    "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "DOCKER_API_VERSION", "DOCKER_CUSTOM_HEADERS",
                    "HTTP_PROXY",
                    "HTTPS_PROXY", "NO_PROXY"),
            "CredentialsTest, RegistryIT", Set.of("DOCKER_CONFIG", "DOCKER_AUTH_CONFIG", "HOME"),
            "UpTerminalIT", Set.of("COMPOSE_MENU"),
            "BuildersIT, SameImagesIT", Set.of("DOCKER_BUILDKIT"),
            "GitFilesTest, RemoteContextsIT", Set.of("GIT_TERMINAL_PROMPT", "GIT_SSH", "GIT_SSH_COMMAND",
                    "XDG_CACHE_HOME"),
            "WatchIT", Set.of("XDG_RUNTIME_DIR"),
            "what programs that are started get from the environment",
            Set.of("BUILDX_BUILDER", "SSH_AUTH_SOCK"));

    /** Without effect, with the reason. */
    private static final Map<String, Set<String>> WITHOUT_EFFECT = Map.of(
            "docker compose ignores them, too", Set.of("COMPOSE_HTTP_TIMEOUT", "COMPOSE_API_VERSION",
                    "COMPOSE_DOCKER_CLI_BUILD", "COMPOSE_INTERACTIVE_NO_CLI", "COMPOSE_TLS_VERSION",
                    "COMPOSE_FORCE_WINDOWS_HOST", "FTP_PROXY", "ALL_PROXY"),
            "for paths as Windows has them only", Set.of("COMPOSE_CONVERT_WINDOWS_PATHS"),
            "for Docker Desktop, or for ways that were being tried out", Set.of("COMPOSE_EXPERIMENTAL",
                    "COMPOSE_EXPERIMENTAL_WATCH_TAR", "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND"),
            "there is one way to BuildKit", Set.of("COMPOSE_BAKE"),
            "there is a progress of our own", Set.of("BUILDKIT_PROGRESS"),
            "not there yet, as DIFFERENCES.md says", Set.of("OTEL_*", "DOCKER_CLI_OTEL_EXPORTER_OTLP_ENDPOINT"));

    @ParameterizedTest
    @MethodSource("cases")
    void changes_the_answer(Case each) throws IOException {
        assertNotEquals(answer(each, ""), answer(each, each.value()));
    }

    @Test
    void knows_of_each_variable_that_docker_compose_knows() throws IOException {
        Set<String> known = cases().stream().map(Case::variable).collect(Collectors.toCollection(TreeSet::new));
        TRIED_ELSEWHERE.values().forEach(known::addAll);
        WITHOUT_EFFECT.values().forEach(known::addAll);
        assertEquals(new TreeSet<>(Surface.read().variables()), known);
    }

    private String answer(Case each, String value) throws IOException {
        Path project = Files.createTempDirectory(folder, "project");
        Files.writeString(project.resolve(".env"), "WORD=usual\n");
        Files.writeString(project.resolve("other.env"), "WORD=other\n");
        Cli cli = new Cli(project).file("compose.yaml", """
                name: shop
                services:
                  web: {image: 'busybox:latest', command: '${WORD:-none}'}
                  built: {build: ., profiles: [extra]}
                """).file("other.yaml", "name: shop\nservices: {other: {image: 'busybox:latest'}}\n")
                .file("variables.yaml", "name: shop\nservices: {web: {image: x, command: '$PWD'}}\n");
        cli.engine.addImage("busybox:latest");
        each.others().forEach(cli::variable);
        if (each.line().contains("other.yaml")) {
            cli.run("up", "-d");
        }
        if (!value.isEmpty()) {
            cli.variable(each.variable(), value);
        }
        Cli.Result result = cli.run(each.line().toArray(String[]::new));
        return (result.code() + "\n" + result.out() + "\n-- \n" + result.err()).replace(project.toString(), "FOLDER");
    }
}
