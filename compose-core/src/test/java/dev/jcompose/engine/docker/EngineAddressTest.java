package dev.jcompose.engine.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.TestAuthority.Identity;
import dev.jcompose.proxy.LoopbackProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** Engines over TCP and TLS, found through the environment and through contexts. */
@Timeout(60)
class EngineAddressTest {
    private static final String TLS = "DOCKER_TLS_VERIFY";
    private static final String TUNNEL = "HTTP/1.1 200 OK\r\n\r\n";

    @TempDir
    private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private StubEngine stub;

    @BeforeEach
    void an_engine() throws IOException {
        stub = StubEngine.speaking("1.51", folder).json("GET /v1.51/containers/json", 200, "[]");
        open.add(stub);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private TcpFront front(@Nullable SSLContext tls) throws IOException {
        TcpFront front = new TcpFront(folder.resolve("engine.sock"), tls);
        open.add(front);
        return front;
    }

    private void list(DockerHost host) {
        try (DockerEngine engine = DockerEngine.connect(host)) {
            assertEquals(List.of(), engine.containers().list(ContainerFilter.ALL));
        }
    }

    private String refusal(DockerHost host) {
        return assertThrows(EngineException.Unreachable.class, () -> list(host)).reason();
    }

    private DockerHost host(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", folder.toString()));
        for (int at = 0; at < variables.length; at += 2) {
            environment.put(variables[at], variables[at + 1]);
        }
        return DockerHost.fromEnvironment(environment);
    }

    @Test
    void may_be_tcp_without_more() throws IOException {
        list(host("DOCKER_HOST", front(null).address()));
    }

    @Test
    void may_be_tcp_of_an_old_engine() throws IOException {
        stub.answer("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nOK")
                .json("GET /v1.41/containers/json", 200, "[]");
        list(host("DOCKER_HOST", front(null).address()));
    }

    private LoopbackProxy proxy(TcpFront front, String answer) throws IOException {
        LoopbackProxy proxy = new LoopbackProxy(URI.create(front.address()).getPort(), answer);
        open.add(proxy);
        return proxy;
    }

    @Nested
    class Through_a_proxy {
        private DockerHost host(LoopbackProxy proxy, String... more) {
            List<String> variables = new ArrayList<>(List.of("DOCKER_HOST", "tcp://engine.example:2375", "HTTP_PROXY",
                    "http://ann:secret@" + proxy.address()));
            variables.addAll(List.of(more));
            return EngineAddressTest.this.host(variables.toArray(String[]::new));
        }

        @Test
        void it_is_a_tunnel() throws IOException {
            LoopbackProxy proxy = proxy(front(null), TUNNEL);
            list(host(proxy));
            assertTrue(proxy.sent().startsWith("CONNECT engine.example:2375 HTTP/1.1\r\nHost: engine.example:2375\r\n"
                    + "Proxy-Authorization: Basic YW5uOnNlY3JldA==\r\n\r\n"), proxy.sent());
        }

        @Test
        void it_is_not_where_none_is_needed() throws IOException {
            LoopbackProxy proxy = proxy(front(null), TUNNEL);
            assertEquals("no such host: engine.example", refusal(host(proxy, "NO_PROXY", "example")));
            assertEquals("", proxy.sent());
        }

        @Test
        void a_refusal_is_told_without_the_password() throws IOException {
            LoopbackProxy proxy = proxy(front(null), "HTTP/1.1 403 Forbidden\r\n\r\n");
            assertEquals("the proxy refuses: 403 Forbidden (through the proxy " + proxy.address() + ")",
                    refusal(host(proxy)));
        }

        @Test
        void headers_that_the_user_wants_go_along() throws IOException {
            LoopbackProxy proxy = proxy(front(null), TUNNEL);
            list(host(proxy, "DOCKER_CUSTOM_HEADERS", "X-One=1,\"X-Two=2,\"\"3\"\"\", X-Three = 4 ,User-Agent=me"));
            assertTrue(proxy.sent().contains("X-One: 1\r\n"), proxy.sent());
            assertTrue(proxy.sent().contains("X-Two: 2,\"3\"\r\n"), proxy.sent());
            assertTrue(proxy.sent().contains("X-Three: 4\r\n"), proxy.sent());
            assertFalse(proxy.sent().contains("me\r\n"), proxy.sent());
        }

        @Test
        void they_go_along_when_logs_are_followed() throws IOException {
            LoopbackProxy proxy = proxy(front(null), TUNNEL);
            try (DockerEngine engine = DockerEngine.connect(host(proxy, "DOCKER_CUSTOM_HEADERS", "X-One=1"))) {
                CloseableIterator<Frame> logs = engine.containers().logs("web", LogOptions.FOLLOW);
                assertThrows(EngineException.class, logs::hasNext);
            }
            String call = proxy.sent().substring(proxy.sent().indexOf("/containers/web/logs"));
            assertTrue(call.contains("X-One: 1\r\n"), call);
        }
    }

    @Test
    void headers_are_configured_unless_the_variable_says_others() throws IOException {
        Files.createDirectory(folder.resolve(".docker"));
        Files.writeString(folder.resolve(".docker/config.json"),
                "{\"HttpHeaders\": {\"X-One\": \"1\", \"Host\": \"x\", \"bad name\": \"x\", \"X-Bad\": \"a\\r\\nb\"}}");
        assertEquals(Map.of("X-One", "1"), host().headers());
        assertEquals(Map.of("X-Two", ""), host("DOCKER_CUSTOM_HEADERS", "X-Two=").headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-One", "=1", ",", "X-One=1,", "\"X-One=1", "X-One=1,\"X\"Y=2", "X One=1", "X-One=a\nb"})
    void headers_of_another_form_are_refused(String variable) {
        assertThrows(EngineException.Rejected.class, () -> host("DOCKER_CUSTOM_HEADERS", variable));
    }

    @Nested
    class Over_TLS {
        private TestAuthority authority;
        private TcpFront front;

        @BeforeEach
        void an_engine_with_a_certificate() throws GeneralSecurityException, IOException {
            authority = new TestAuthority("authority");
            front = front(authority.context(authority.identity("EC")));
        }

        private DockerHost with(Path certificates) {
            return host("DOCKER_HOST", front.address(), TLS, "1", "DOCKER_CERT_PATH", certificates.toString());
        }

        private Path certificates(String algorithm) throws GeneralSecurityException, IOException {
            return authority.files(folder.resolve("certificates"), authority.identity(algorithm));
        }

        @ParameterizedTest
        @ValueSource(strings = {"EC", "RSA"})
        void both_sides_prove_who_they_are(String algorithm) throws GeneralSecurityException, IOException {
            list(with(certificates(algorithm)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"EC", "RSA"})
        void keys_may_be_of_the_newer_form(String algorithm) throws GeneralSecurityException, IOException {
            Identity user = authority.identity(algorithm);
            Path files = authority.files(folder.resolve("certificates"), user);
            Files.writeString(files.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + java.util.Base64
                    .getMimeEncoder().encodeToString(user.keys().getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n");
            list(with(files));
        }

        @Test
        void a_proxy_carries_it_unread() throws GeneralSecurityException, IOException {
            LoopbackProxy proxy = proxy(front, TUNNEL);
            list(host("DOCKER_HOST", "tcp://engine.example", TLS, "1", "DOCKER_CERT_PATH",
                    certificates("EC").toString(), "HTTPS_PROXY", proxy.address()).withTls(
                            TlsFiles.in(certificates("EC"), false)));
            assertTrue(proxy.sent().startsWith("CONNECT engine.example:2376 HTTP/1.1\r\n"), proxy.sent());
            assertFalse(proxy.sent().contains("GET "), proxy.sent());
        }

        @Test
        void the_context_store_has_certificates_too() throws GeneralSecurityException, IOException {
            String digest = Sha256.of("remote");
            Path contexts = folder.resolve(".docker/contexts");
            authority.files(contexts.resolve("tls/" + digest + "/docker"), authority.identity("EC"));
            Path meta = Files.createDirectories(contexts.resolve("meta/" + digest));
            Files.writeString(meta.resolve("meta.json"), """
                    {"Name": "remote", "Metadata": {}, "Endpoints":
                        {"docker": {"Host": "%s", "SkipTLSVerify": false}}}""".formatted(front.address()));
            list(host("DOCKER_CONTEXT", "remote"));
            Files.writeString(folder.resolve(".docker/config.json"), "{\"currentContext\": \"remote\"}");
            list(host());
        }

        @Test
        void an_engine_of_another_authority_is_not_trusted() throws GeneralSecurityException, IOException {
            TestAuthority other = new TestAuthority("other");
            Path files = other.files(folder.resolve("other"), authority.identity("EC"));
            assertEquals("the engine's certificate is not of an authority that we trust; is ca.pem the right one?",
                    refusal(with(files)));
            list(host("DOCKER_HOST", front.address(), "DOCKER_TLS", "1", "DOCKER_CERT_PATH", files.toString()));
        }

        @Test
        void an_engine_of_another_name_is_not_trusted() throws GeneralSecurityException, IOException {
            TcpFront elsewhere = front(
                    authority.context(authority.identity("EC", "10.1.2.3", Instant.now().plusSeconds(600))));
            TlsFiles files = TlsFiles.in(certificates("EC"), true);
            DockerHost host = DockerHost.of(elsewhere.address()).withTls(files);
            assertTrue(refusal(host).startsWith("the engine's certificate is not for this address: "),
                    () -> refusal(host));
            list(host.withTls(new TlsFiles(files.authority(), files.certificate(), files.key(), true, false)));
        }

        @Test
        void a_certificate_that_has_expired_is_not_trusted() throws GeneralSecurityException, IOException {
            TcpFront expired = front(
                    authority.context(authority.identity("EC", "127.0.0.1", Instant.now().minusSeconds(60))));
            assertEquals("the engine's certificate has expired",
                    refusal(DockerHost.of(expired.address()).withTls(TlsFiles.in(certificates("EC"), true))));
        }

        @Test
        void a_user_without_a_certificate_is_told_so() throws GeneralSecurityException, IOException {
            Path files = certificates("EC");
            Files.delete(files.resolve("cert.pem"));
            Files.delete(files.resolve("key.pem"));
            String reason = refusal(with(files));
            assertTrue(reason.contains("certificate") && reason.contains("DOCKER_CERT_PATH"), reason);
        }

        @Test
        void files_that_are_not_there_are_named() {
            Path nowhere = folder.resolve("nowhere");
            assertEquals("the certificates cannot be used: there are none; expected " + nowhere.resolve("ca.pem") + ", "
                    + nowhere.resolve("cert.pem") + " and " + nowhere.resolve("key.pem"), refusal(with(nowhere)));
        }

        @Test
        void where_nobody_answers_and_there_are_none_both_are_told() throws IOException {
            int closed;
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = server.getLocalPort();
            }
            DockerHost host = DockerHost.fromEnvironment(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + closed,
                    "DOCKER_TLS", "1", "DOCKER_CONFIG", folder.toString()));

            assertEquals("no engine answers; is it running?; there is no certificate to show to it: "
                    + folder.resolve("cert.pem") + " is missing", refusal(host));
        }

        @Test
        void a_key_that_is_none_is_named() throws GeneralSecurityException, IOException {
            Path files = certificates("EC");
            Files.writeString(files.resolve("key.pem"), "no key\n");
            assertEquals("the certificates cannot be used: " + files.resolve("key.pem")
                    + ": it has no key that is not encrypted", refusal(with(files)));
        }

        @Test
        void is_asked_for_where_it_is_not_spoken() throws GeneralSecurityException, IOException {
            try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread.ofPlatform().daemon().start(() -> answerPlainly(plain));
                assertEquals("what answers does not speak TLS; is the port right?",
                        refusal(DockerHost.of("tcp://127.0.0.1:" + plain.getLocalPort())
                                .withTls(TlsFiles.in(certificates("EC"), true))));
            }
        }

        private void answerPlainly(ServerSocket server) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // The test will see.
            }
        }

        @Test
        void ends_when_patience_does() throws GeneralSecurityException, IOException {
            assertEquals("no connection within 1 s", refusal(DockerHost.of(front(null).address())
                    .withTls(TlsFiles.in(certificates("EC"), true)).withPatience(Duration.ofSeconds(1))));
        }
    }

    @Test
    void a_version_of_no_form_is_told() {
        EngineException failure = assertThrows(EngineException.class,
                () -> host("DOCKER_HOST", "tcp://127.0.0.1:1", "DOCKER_API_VERSION", "new"));
        assertEquals("DOCKER_API_VERSION is \"new\": write it like 1.51", failure.reason());
    }

    @Test
    void a_version_that_we_do_not_speak_is_told() {
        EngineException failure = assertThrows(EngineException.class,
                () -> list(host("DOCKER_HOST", stub.host().address(), "DOCKER_API_VERSION", "1.24")));
        assertEquals("API 1.24 was asked for, at least 1.41 is needed; unset DOCKER_API_VERSION", failure.reason());
    }

    @Test
    void over_ssh_may_name_a_user_a_port_and_a_socket() {
        assertEquals(
                List.of("ssh", "-o", "ConnectTimeout=30", "-T", "-l", "me", "-p", "2222", "--", "far", "docker",
                        "--host", "unix:///run/me/docker.sock", "system", "dial-stdio"),
                SshConnection.command(java.net.URI.create("ssh://me@far:2222/run/me/docker.sock")));
        assertEquals(List.of("ssh", "-o", "ConnectTimeout=30", "-T", "--", "far", "docker", "system", "dial-stdio"),
                SshConnection.command(java.net.URI.create("ssh://far")));
    }
}
