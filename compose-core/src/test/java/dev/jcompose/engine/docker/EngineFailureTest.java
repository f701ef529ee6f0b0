package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failure of a call: what is told of engines that refuse, answer nonsense, too late or not at all. */
@Timeout(30)
class EngineFailureTest extends WireTest {
    private EngineException listing(DockerHost host) {
        DockerEngine engine = engine(host);
        return assertThrows(EngineException.class, () -> engine.containers().list(ContainerFilter.ALL));
    }

    /** Why listing fails with an engine that gets a second for each answer. */
    private String impatient(StubEngine stub) {
        return listing(stub.host().withPatience(Duration.ofSeconds(1))).reason();
    }

    @Test
    void keeps_the_engines_words_and_its_parts() throws IOException {
        StubEngine stub = stub("1.51").json("POST /v1.51/containers/web/start", 500,
                "{\"message\":\"port is already allocated\"}");
        DockerEngine engine = engine(stub.host());
        EngineException failure = assertThrows(EngineException.Rejected.class,
                () -> engine.containers().start("web"));
        assertEquals("container web: start: port is already allocated (HTTP 500 from " + engine.address() + ")",
                failure.getMessage());
        assertEquals("start", failure.operation());
        assertEquals("container web", failure.resource());
        assertEquals(500, failure.status());
    }

    @Test
    void has_the_kind_of_its_status() throws IOException {
        StubEngine stub = stub("1.51").json("GET /v1.51/containers/a/json", 404, "{\"message\":\"none\"}")
                .json("GET /v1.51/containers/b/json", 403, "{\"message\":\"not you\"}");
        DockerEngine engine = engine(stub.host());
        assertThrows(EngineException.NotFound.class, () -> engine.containers().inspect("a"));
        assertThrows(EngineException.Unauthorized.class, () -> engine.containers().inspect("b"));
    }

    @Test
    void of_a_network_in_use_is_a_conflict_whatever_the_status() throws IOException {
        StubEngine stub = stub("1.51").json("DELETE /v1.51/networks/net", 403,
                "{\"message\":\"network net has active endpoints\"}");
        DockerEngine engine = engine(stub.host());
        assertThrows(EngineException.Conflict.class, () -> engine.networks().remove("net"));
    }

    @Test
    void to_connect_says_that_no_engine_answers() {
        EngineException failure = listing(DockerHost.of("unix://" + folder + "/nothing.sock"));
        assertEquals("no engine answers; is it running?", failure.reason());
    }

    @Test
    void to_answer_ends_when_patience_does() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json", "HTTP/1.1 200 OK\r\n");
        assertEquals("no answer within 1 s", impatient(stub));
    }

    @Test
    void to_speak_http_is_said() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json", "220 mail.example ESMTP\r\n");
        assertEquals("the answer is not HTTP: '220 mail.example ESMTP'", listing(stub.host()).reason());
    }

    @Test
    void in_the_middle_of_an_answer_is_said() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[", "");
        assertEquals("the connection ended inside an answer", listing(stub.host()).reason());
    }

    @Test
    void of_another_kind_of_server_is_said() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /_ping", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
        assertEquals("what answers is no Docker engine: it names no API version", listing(stub.host()).reason());
    }

    @Test
    void inside_a_pull_is_one_of_the_pull() throws IOException {
        StubEngine stub = stub("1.51").answer("POST /v1.51/images/create", stream("application/json",
                "{\"status\":\"Pulling\"}\r\n{\"errorDetail\":{\"mess",
                "age\":\"disk full\"},\"error\":\"disk full\"}"));
        CloseableIterator<?> pull = engine(stub.host()).images().pull("nginx:1.27", null, null);
        pull.next();
        EngineException failure = assertThrows(EngineException.Rejected.class, pull::hasNext);
        assertEquals("disk full", failure.reason());
        assertEquals("POST /v1.51/images/create?fromImage=nginx&tag=1.27", stub.requests().getLast());
    }

    @Test
    void to_use_TLS_where_it_is_wanted_is_told_with_what_to_do() throws IOException {
        String text = "Client sent an HTTP request to an HTTPS server.\n";
        StubEngine stub = stub("1.51").answer("GET /_ping", "HTTP/1.0 400 Bad Request\r\n\r\n" + text, "");
        assertEquals("the engine wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or use --tlsverify",
                impatient(stub));
    }

    @Test
    void of_a_page_for_people_names_the_status_alone() throws IOException {
        String page = "<html><body>Bad Gateway</body></html>";
        StubEngine stub = stub("1.51").answer("GET /_ping",
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: "
                        + page.length() + "\r\n\r\n" + page);
        assertEquals("the engine answered with status 502", impatient(stub));
    }

    @Test
    void to_answer_at_all_ends_when_patience_does() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /_ping", "HTTP/1.1 200 OK\r\n");
        assertEquals("no answer within 1 s", impatient(stub));
    }

    @Test
    void to_end_an_answer_ends_when_patience_does() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
        assertEquals("the answer did not end within 1 s", impatient(stub));
    }

    @Test
    void to_end_an_answer_of_chunks_ends_when_patience_does() throws IOException {
        StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n");
        assertEquals("the answer did not end within 1 s", impatient(stub));
    }

    @Test
    void to_give_JSON_is_told() throws IOException {
        StubEngine stub = stub("1.51").json("GET /v1.51/containers/json", 200, "<html>hello</html>");
        String reason = impatient(stub);
        assertTrue(reason.startsWith("an answer that is not JSON: "), reason);
    }

    @Test
    void to_have_the_right_is_told_with_what_to_do() {
        assertEquals("permission denied; are you allowed to use this engine (a member of its group)?",
                new Failures("unix:///engine.sock", new Json())
                        .of(Operation.engine("ping"), new SocketException("Permission denied")).reason());
    }
}
