package dev.jcompose.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.RegistryAuth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void a_configuration() throws IOException {
        // ann:secret, bob:pass:word
        Files.writeString(folder.resolve("config.json"), """
                {"auths": {"a.example": {"auth": "YW5uOnNlY3JldA=="},
                           "https://b.example:5000/v1/": {"auth": "Ym9iOnBhc3M6d29yZA=="},
                           "https://index.docker.io/v1/": {"identitytoken": "tok"},
                           "bad.example": {"auth": "?"},
                           "c.example": {}},
                 "credHelpers": {"h.example": "own", "slow.example": "slow", "gone.example": "gone"},
                 "credsStore": "store"}
                """);
        helper("own", "echo '{\"ServerURL\":\"x\",\"Username\":\"'$(cat)'\",\"Secret\":\"s3\"}'");
        helper("slow", "sleep 60");
        helper("store", "if [ $(cat) = s.example ]; then echo '{\"Username\":\"<token>\",\"Secret\":\"t0\"}';"
                + " else echo credentials not found in native keychain; exit 1; fi");
    }

    private void helper(String name, String script) throws IOException {
        Path file = folder.resolve("docker-credential-" + name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Credentials credentials(Duration timeout) {
        return Credentials.of(Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder + ":/usr/bin:/bin"), timeout);
    }

    private Optional<RegistryAuth> of(String image) {
        return credentials(Duration.ofSeconds(20)).forImage(image);
    }

    @Test
    void a_registrys_own_helper_goes_before_all() {
        assertEquals(Optional.of(new RegistryAuth("h.example", "h.example", "s3", null, null)), of("h.example/web:1"));
    }

    @Test
    void the_store_goes_before_the_file() {
        assertEquals(Optional.of(new RegistryAuth("s.example", null, null, "t0", null)), of("s.example/web"));
    }

    @Test
    void what_the_store_does_not_know_may_be_in_the_file() {
        assertEquals(Optional.of(new RegistryAuth("a.example", "ann", "secret", null, null)), of("a.example/web"));
        assertEquals(Optional.of(new RegistryAuth("b.example:5000", "bob", "pass:word", null, null)),
                of("b.example:5000/shop/web@sha256:1"));
        assertEquals(Optional.of(new RegistryAuth(RegistryName.DOCKER_HUB, null, null, "tok", null)), of("shop/web"));
    }

    @Test
    void who_is_nobody_is_anonymous() {
        assertEquals(Optional.empty(), of("c.example/web"));
        assertEquals(Optional.empty(), of("unknown.example/web"));
        assertEquals(Optional.empty(), Credentials.none().forImage("a.example/web"));
        assertEquals(Optional.empty(), Credentials.of(Map.of(), Duration.ofSeconds(1)).forImage("a.example/web"));
    }

    @Test
    void a_helper_has_limited_time() {
        CredentialException failure = assertThrows(CredentialException.class,
                () -> credentials(Duration.ofMillis(300)).forImage("slow.example/web"));

        assertTrue(failure.getMessage().startsWith("docker-credential-slow: no answer within"), failure.getMessage());
    }

    @Test
    void what_cannot_be_had_is_told() {
        assertEquals("docker-credential-gone: not found on PATH",
                assertThrows(CredentialException.class, () -> of("gone.example/web")).getMessage());
        assertTrue(assertThrows(CredentialException.class, () -> of("bad.example/web")).getMessage()
                .contains("'auth' is not USER:PASSWORD"));
    }

    @Test
    void what_a_helper_says_besides_does_not_matter() throws IOException {
        helper("own", "echo 'a new version is there' >&2; echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");
        assertEquals(Optional.of(new RegistryAuth("h.example", "u", "s", null, null)), of("h.example/web"));
    }

    @Test
    void helpers_that_fail_in_their_ways() throws IOException {
        Map<String, String> ways = Map.of("echo the keychain is locked; exit 1", "the keychain is locked", "exit 3",
                "ended with exit code 3", "echo '{\"Username\":'", "its answer is not JSON", "kill -9 $$",
                "ended with exit code 137", "yes",
                "its answer cannot be read: it is endless", "true", "its answer is not JSON");
        for (Map.Entry<String, String> way : ways.entrySet()) {
            helper("own", way.getKey());
            CredentialException e = assertThrows(CredentialException.class, () -> of("h.example/web"), way.getKey());
            assertEquals("docker-credential-own: " + way.getValue(), e.getMessage());
        }
    }

    @Test
    void a_helper_that_has_answered_must_end() throws IOException {
        helper("own", "echo '{\"Username\":\"u\",\"Secret\":\"s\"}'; exec sleep 60 >&-");
        CredentialException e = assertThrows(CredentialException.class,
                () -> credentials(Duration.ofSeconds(2)).forImage("h.example/web"));
        assertTrue(e.getMessage().matches("docker-credential-own: (does not end|no answer within 2 s)"),
                e.getMessage());
    }
}
