package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerHostTest {

    @TempDir
    private Path home;

    private void context(String address) throws IOException {
        String digest = digest("remote");
        Path meta = home.resolve(".docker/contexts/meta/" + digest);
        Files.createDirectories(meta);
        Files.writeString(meta.resolve("meta.json"),
                "{\"Name\":\"remote\",\"Endpoints\":{\"docker\":{\"Host\":\"" + address + "\"}}}");
    }

    private static String digest(String name) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> with(String... more) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of("HOME", home.toString()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    @Test
    void is_the_default_socket_if_nothing_is_said() {
        assertEquals("unix:///var/run/docker.sock", DockerHost.fromEnvironment(with()).address());
    }

    @Test
    void is_what_the_variable_says_before_any_context() throws IOException {
        context("unix:///context.sock");
        DockerHost host = DockerHost
                .fromEnvironment(with("DOCKER_HOST", "tcp://10.0.0.1:2375", "DOCKER_CONTEXT", "remote"));
        assertEquals("tcp://10.0.0.1:2375", host.address());
        assertNull(host.tls());
    }

    @Test
    void is_that_of_the_context_in_use() throws IOException {
        context("unix:///context.sock");
        assertEquals("unix:///context.sock", DockerHost.fromEnvironment(with("DOCKER_CONTEXT", "remote")).address());
        Files.writeString(home.resolve(".docker/config.json"), "{\"auths\":{},\"currentContext\":\"remote\"}");
        assertEquals("unix:///context.sock", DockerHost.fromEnvironment(with()).address());
        assertEquals("unix:///var/run/docker.sock", DockerHost.context("default", with()).address());
    }

    @Test
    void is_not_found_where_the_context_is_not() {
        EngineException failure = assertThrows(EngineException.NotFound.class,
                () -> DockerHost.context("nowhere", with()));
        assertEquals("context nowhere", failure.resource());
    }

    @Test
    void has_the_certificates_that_the_environment_names() {
        DockerHost host = DockerHost.fromEnvironment(
                with("DOCKER_HOST", "tcp://engine:2376", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs"));
        assertEquals(TlsFiles.in(Path.of("/certs"), true), host.tls());
    }

    @Test
    void is_waited_for_as_long_as_the_environment_says() {
        assertEquals(Duration.ofSeconds(5), DockerHost.fromEnvironment(with("COMPOSE_HTTP_TIMEOUT", "5")).patience());
    }

    @Test
    void must_be_of_a_known_kind() {
        assertThrows(EngineException.Unreachable.class, () -> DockerEngine.connect(DockerHost.of("ftp://engine")));
    }
}
