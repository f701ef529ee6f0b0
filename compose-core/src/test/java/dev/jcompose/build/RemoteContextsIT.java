package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jcompose.NeedsEngine;
import dev.jcompose.Present;
import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarStream;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.remote.GitDaemon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contexts that are not on this machine: repositories, archives and lone Dockerfiles. */
@Timeout(180)
class RemoteContextsIT {
    private static final String DOCKERFILE = """
            FROM busybox
            COPY . /c/
            RUN test "$(cat /c/given)" = yes && test ! -e /c/.git
            """;

    @TempDir
    Path folder;

    private Engine engine;
    private GitDaemon repository;
    private HttpServer server;
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void an_engine_and_sources() throws Exception {
        engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()));
        assumeTrue(Present.busybox(engine) && Present.onThisMachine(),
                "needs a Docker engine on this machine with the image busybox");
        repository = new GitDaemon(folder.resolve("served"));
        repository.commit(Map.of("web/Dockerfile", DOCKERFILE, "web/given", "yes", "web/ignored", "no",
                "web/.dockerignore", "ignored\n"));
        repository.commit(Map.of("Dockerfile", DOCKERFILE, "given", "yes"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] archive = archive(Map.of("Dockerfile", DOCKERFILE, "given", "yes"));
        server.createContext("/context.tar.gz", exchange -> answer(exchange, archive));
        server.createContext("/Dockerfile",
                exchange -> answer(exchange, "FROM busybox\nENV A=1\n".getBytes(StandardCharsets.UTF_8)));
        server.start();
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    @AfterEach
    void leave_nothing() {
        for (String service : List.of("whole", "part", "archive", "file")) {
            try {
                engine.images().remove("jcompose-remote-it-" + service, true, true);
            } catch (EngineException.NotFound notBuilt) {
                // not every test builds all
            }
        }
        engine.close();
        if (repository != null) {
            repository.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, byte[] content) throws IOException {
        try (exchange) {
            boolean bare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, bare ? -1 : content.length);
            if (!bare) {
                exchange.getResponseBody().write(content);
            }
        }
    }

    private static byte[] archive(Map<String, String> files) throws IOException {
        Iterator<Map.Entry<String, String>> rest = files.entrySet().iterator();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes); TarStream tar = new TarStream(() -> {
            if (!rest.hasNext()) {
                return null;
            }
            Map.Entry<String, String> file = rest.next();
            return TarEntry.of(file.getKey(), 0644, 0, 0, file.getValue().getBytes(StandardCharsets.UTF_8));
        })) {
            tar.transferTo(zipped);
        }
        return bytes.toByteArray();
    }

    private void build(String buildKit, String services) {
        environment.put("DOCKER_BUILDKIT", buildKit);
        Project project = Projects.of(folder.toString(), Map.of(), "name: jcompose-remote-it\nservices:\n" + services
                .replace("GIT", repository.address())
                .replace("HTTP", "http://127.0.0.1:" + server.getAddress().getPort()).indent(2));
        Builders.of(engine, environment).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                Projects.DEAF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    @NeedsEngine(notPodman = "its builder does not fetch files")
    void files_of_web_servers_are_built_from(String buildKit) throws Exception {
        if (!buildKit.equals("0")) {
            Present.assumeBuildKit();
        }

        build(buildKit, """
                archive: {build: {context: "HTTP/context.tar.gz"}}
                file: {build: {context: "HTTP/Dockerfile"}}
                """);

        assertTrue(engine.images().inspect("jcompose-remote-it-file").environment().contains("A=1"));
        assertEquals("archive", service("archive"));
    }

    @Test
    void repositories_are_built_like_others() {
        buildRepositories("0");
    }

    @Test
    @NeedsEngine(api = "1.42", because = "a BuildKit that knows folders and the usual branch of a repository")
    void repositories_are_built_by_BuildKit_like_others() throws Exception {
        Present.assumeBuildKit();

        buildRepositories("");
    }

    private void buildRepositories(String buildKit) {
        build(buildKit, """
                whole: {build: {context: "GIT"}}
                part: {build: {context: "GIT#main:web"}}
                """);

        assertEquals("whole", service("whole"));
        assertEquals("part", service("part"));
    }

    private @Nullable String service(String image) {
        return engine.images().inspect("jcompose-remote-it-" + image).labels().get("com.docker.compose.service");
    }

    @Test
    void the_users_git_client_fetches_for_the_engines_own_builder() throws Exception {
        Path ssh = Files.writeString(folder.resolve("ssh"),
                "#!/bin/sh\nfor word; do :; done\nexec sh -c \"$word\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        environment.put("GIT_SSH_COMMAND", ssh.toString());
        environment.put("GIT_SSH_VARIANT", "ssh");

        build("0", "part: {build: {dockerfile_inline: \"FROM busybox\\nCOPY . /c/\\nRUN test ! -e /c/ignored\","
                + " context: \"git@shop.invalid:" + folder + "/served/shop/.git#main:web\"}}\n");

        assertEquals("classic", engine.images().inspect("jcompose-remote-it-part").labels()
                .get("com.docker.compose.image.builder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#nowhere|the repository has no branch or tag 'nowhere'",
            "#main:nothing|the repository has no folder 'nothing'"})
    void what_is_not_there_is_told(String placeAndMessage) {
        int bar = placeAndMessage.indexOf('|');

        BuildFailedException failure = assertThrows(BuildFailedException.class,
                () -> build("0", "part: {build: {context: \"GIT" + placeAndMessage.substring(0, bar) + "\"}}\n"));

        assertEquals(placeAndMessage.substring(bar + 1), failure.reason());
    }
}
