package dev.jcompose.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.jcompose.proxy.LoopbackProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryClientTest {
    private static final byte[] TEXT = "services: {}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private LoopbackRegistry registry;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        registry = new LoopbackRegistry();
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("HOME", folder.toString());
    }

    @AfterEach
    void close() throws Exception {
        registry.close();
    }

    private RegistryClient client(String... insecure) {
        return new RegistryClient(environment, Credentials.of(environment), Set.of(insecure));
    }

    private Reference reference() {
        return Reference.parse(registry.address() + "/shop/app:1");
    }

    private void logIn(String address) throws Exception {
        String auth = Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("config.json"),
                "{\"auths\": {\"" + address + "\": {\"auth\": \"" + auth + "\"}}}");
    }

    private static void putAndGet(RegistryClient client, Reference reference) {
        Content manifest = Content.of(MediaType.MANIFEST, "{\"schemaVersion\": 2}".getBytes(StandardCharsets.UTF_8));
        client.putBlob(reference, TEXT);
        client.putBlob(reference, TEXT);
        client.putManifest(reference, manifest);

        assertArrayEquals(TEXT, client.blob(reference, Digests.of(TEXT), 100));
        assertEquals(manifest.digest(), client.manifest(reference).digest());
        assertEquals(manifest.text(), client.manifest(reference.at(manifest.digest())).text());
    }

    @Test
    void keeps_what_it_is_given() {
        try (RegistryClient client = client()) {
            putAndGet(client, reference());
        }
    }

    @Test
    void is_reached_through_a_proxy() throws Exception {
        try (LoopbackProxy proxy = new LoopbackProxy(URI.create("http://" + registry.address()).getPort())) {
            environment.put("HTTP_PROXY", proxy.address());
            environment.put("HTTPS_PROXY", proxy.address());
            try (RegistryClient client = client("registry.example:5000")) {
                putAndGet(client, Reference.parse("registry.example:5000/shop/app:1"));
            }
            assertTrue(proxy.sent().startsWith("CONNECT registry.example:5000 HTTP/1.1"), proxy.sent());
            assertTrue(proxy.sent().contains("GET http://registry.example:5000/v2/"), proxy.sent());
        }
    }

    @Test
    void opens_with_a_password() throws Exception {
        registry.lock("ann", "secret");
        logIn(registry.address());
        try (RegistryClient client = client()) {
            putAndGet(client, reference());
        }
    }

    @Test
    void opens_with_a_token() throws Exception {
        registry.lockWithTokens("ann", "secret");
        logIn(registry.address());
        try (RegistryClient client = client()) {
            putAndGet(client, reference());
        }
        assertEquals(2, registry.requests().stream().filter(each -> each.equals("GET /token")).count(),
                "pushing and pulling need one token each, and " + registry.requests());
    }

    @Test
    void stays_shut_without() {
        registry.lock("ann", "secret");
        try (RegistryClient client = client()) {
            RegistryException failure = assertThrows(RegistryException.class, () -> client.manifest(reference()));
            assertEquals(reference() + ": access denied; log in with 'docker login " + registry.address() + "'",
                    failure.getMessage());
        }
    }

    @Test
    void is_asked_again_when_it_is_overloaded() {
        try (RegistryClient client = client()) {
            putAndGet(client, reference());
            registry.fail(2, 503);
            assertEquals(2, client.manifest(reference()).text().split(":").length);
            registry.askToWait("0");
            registry.fail(3, 429);
            assertEquals(2, client.manifest(reference()).text().split(":").length);
            registry.fail(4, 429);
            assertEquals(429, assertThrows(RegistryException.class, () -> client.manifest(reference())).status());
        }
    }

    @Test
    void may_send_one_elsewhere_but_not_with_the_password() throws Exception {
        try (LoopbackRegistry storage = new LoopbackRegistry(); RegistryClient client = client()) {
            client.putBlob(Reference.parse(storage.address() + "/shop/app:1"), TEXT);
            registry.lock("ann", "secret");
            logIn(registry.address());
            registry.redirectBlobs(storage.address());

            assertArrayEquals(TEXT, client.blob(reference(), Digests.of(TEXT), 100));
            assertEquals(1, registry.authorizations().size());
            assertEquals(0, storage.authorizations().size());
        }
    }

    @Test
    void is_not_believed() {
        String digest = Digests.of(TEXT);
        registry.forge("/v2/shop/app/blobs/" + digest, "other".getBytes(StandardCharsets.UTF_8), "text/plain");
        registry.forge("/v2/shop/app/manifests/" + digest, "{}".getBytes(StandardCharsets.UTF_8), MediaType.MANIFEST);
        try (RegistryClient client = client()) {
            assertTrue(assertThrows(RegistryException.class, () -> client.blob(reference(), digest, 100)).getMessage()
                    .contains("something else"));
            assertThrows(RegistryException.class, () -> client.manifest(reference().at(digest)));
            assertThrows(RegistryException.class, () -> client.blob(reference(), digest, 4), "longer than allowed");
        }
    }

    @Test
    void is_told_by_name_when_it_is_not_there() throws Exception {
        registry.close();
        try (RegistryClient client = client()) {
            assertEquals(registry.address() + ": cannot be reached: connection refused",
                    assertThrows(RegistryException.class, () -> client.manifest(reference())).getMessage());
        }
    }

    @Test
    void proves_who_it_is_by_a_certificate_that_the_user_trusts() throws Exception {
        HttpsServer server = encrypted();
        try {
            String host = "localhost:" + server.getAddress().getPort();
            Reference there = Reference.parse(host + "/shop/app:1");
            try (RegistryClient client = client()) {
                String message = assertThrows(RegistryException.class, () -> client.manifest(there)).getMessage();
                assertTrue(message.startsWith(host + ": cannot be reached: ") && message.contains("certification path"),
                        message);
            }
            try (RegistryClient client = client(host)) {
                assertEquals("{}", client.manifest(there).text());
            }
            Path trusted = Files.createDirectories(folder.resolve(".config/docker/certs.d").resolve(host));
            Files.copy(folder.resolve("ca.crt"), trusted.resolve("ca.crt"));
            try (RegistryClient client = client()) {
                assertEquals("{}", client.manifest(there).text());
            }
        } finally {
            server.stop(0);
        }
    }

    private HttpsServer encrypted() throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(LoopbackCertificate.in(folder).keys(), "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        return server;
    }

    @Test
    void is_named_in_references_as_docker_names_it() {
        assertEquals("docker.io/library/nginx:latest", Reference.parse("nginx").toString());
        assertEquals("docker.io/ann/app:2", Reference.parse("ann/app:2").toString());
        assertEquals("localhost:5000/a/b:latest", Reference.parse("localhost:5000/a/b").toString());
        String digest = "sha256:" + "0".repeat(64);
        assertEquals("r.example/a@" + digest, Reference.parse("r.example/a:1@" + digest).toString());
        for (String wrong : new String[]{"", "r.example/A", "r.example/a:b:c", "r.example/../a", "r.example/a b",
                "a@sha256:1", "r.example/a?x", "user@host/a"}) {
            assertThrows(RegistryException.class, () -> Reference.parse(wrong), wrong);
        }
    }
}
