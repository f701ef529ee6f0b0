package dev.jcompose.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.core.DockerClientImpl;
import dev.jcompose.engine.EngineException;
import dev.jcompose.source.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the Engine API, with errors as {@link EngineException}s: as JSON of our own, or by docker-java. The version
 * is agreed upon with the first call.
 */
final class Api implements AutoCloseable {
    /** How Podman begins to tell what it is. */
    private static final String PODMAN = "Libpod/";
    private static final Duration PING_PATIENCE = Duration.ofSeconds(10);

    private final DockerHost host;
    private final HttpTransport transport;
    private final Json json = new Json();
    private final Failures failures;
    private final AtomicReference<@Nullable FutureTask<ApiVersion>> agreeing = new AtomicReference<>();
    private volatile @Nullable DockerClient client;
    private volatile @Nullable Boolean podman;

    Api(DockerHost host) {
        this.host = host;
        this.transport = new HttpTransport(host.connector(), host.headers());
        this.failures = new Failures(host.address(), json);
    }

    Json json() {
        return json;
    }

    Failures failures() {
        return failures;
    }

    /** Runs a docker-java command; an answer of "not modified" is fine. */
    <T> T call(Operation operation, Function<DockerClient, T> command) {
        try {
            return command.apply(client(operation));
        } catch (RuntimeException e) {
            throw failures.of(operation, e);
        }
    }

    /** Runs a docker-java command without a result; an answer of "not modified" is fine. */
    void run(Operation operation, Consumer<DockerClient> command) {
        try {
            command.accept(client(operation));
        } catch (NotModifiedException asWanted) {
            // It is in the wanted state already.
        } catch (RuntimeException e) {
            throw failures.of(operation, e);
        }
    }

    Tree get(Operation operation, Query query) {
        return fetch(operation, call(operation, "GET", query));
    }

    Tree post(Operation operation, Query query, @Nullable Object body) {
        HttpCall call = call(operation, "POST", query);
        return fetch(operation, body == null ? call : call.withJson(json.write(body)));
    }

    /** A post of which only the success matters. */
    void send(Operation operation, Query query, @Nullable Object body) {
        HttpCall call = call(operation, "POST", query);
        complete(operation, body == null ? call : call.withJson(json.write(body)));
    }

    void delete(Operation operation, Query query) {
        complete(operation, call(operation, "DELETE", query));
    }

    void put(Operation operation, Query query, InputStream body, String type) {
        complete(operation, lasting(operation, "PUT", query).withBody(body, type));
    }

    /** A call that should be answered soon. */
    HttpCall call(Operation operation, String method, Query query) {
        return HttpCall.of(method, "/v" + version(operation) + query, host.patience());
    }

    /** A call that may take as long as it takes. */
    HttpCall lasting(Operation operation, String method, Query query) {
        return HttpCall.of(method, "/v" + version(operation) + query, null);
    }

    /** Sends a call, and returns with the head of its answer, which is a success. */
    HttpAnswer open(Operation operation, HttpCall call) {
        try {
            return successful(operation, call, transport.execute(call));
        } catch (IOException e) {
            throw failures.of(operation, e);
        }
    }

    /** Sends a call over a connection of its own, and does not wait for its answer: {@link #await} does. */
    HttpConnection begin(Operation operation, HttpCall call) {
        try {
            return transport.begin(call);
        } catch (IOException e) {
            throw failures.of(operation, e);
        }
    }

    /** Returns with the head of the answer to what was begun, which is a success. Closing the connection ends it. */
    HttpAnswer await(Operation operation, HttpCall call, HttpConnection begun) {
        try {
            return successful(operation, call, begun.receive(call));
        } catch (IOException e) {
            begun.closeQuietly();
            throw failures.of(operation, e);
        }
    }

    private HttpAnswer successful(Operation operation, HttpCall call, HttpAnswer answer) throws IOException {
        if (!answer.isSuccess() && answer.status() != 304) {
            byte[] body = transport.readAll(call, answer);
            answer.close();
            throw failures.refused(operation, answer.status(), body);
        }
        return answer;
    }

    /** Sends a call, and reads all of its answer. */
    Tree fetch(Operation operation, HttpCall call) {
        try (HttpAnswer answer = open(operation, call)) {
            byte[] body = transport.readAll(call, answer);
            return new Tree(body.length == 0 ? null : json.read(body));
        } catch (Json.Malformed nonsense) {
            throw new EngineException.Unreachable(operation.verb(), operation.resource(),
                    "an answer that is " + nonsense.getMessage(), host.address(), nonsense);
        } catch (IOException e) {
            throw failures.of(operation, e);
        }
    }

    /** Sends a call whose answer says no more than that it succeeded; Podman says so in plain text. */
    private void complete(Operation operation, HttpCall call) {
        try (HttpAnswer answer = open(operation, call)) {
            answer.body().readAllBytes();
        } catch (IOException e) {
            throw failures.of(operation, e);
        }
    }

    /** The headers of a ping, which carry what is to be known. */
    Map<String, String> ping() {
        Operation operation = Operation.engine("ping");
        Duration patience = host.patience().compareTo(PING_PATIENCE) < 0 ? host.patience() : PING_PATIENCE;
        HttpCall call = HttpCall.of("GET", "/_ping", patience);
        try (HttpAnswer answer = open(operation, call)) {
            transport.readAll(call, answer);
            podman = answer.header("server").startsWith(PODMAN);
            return answer.headers();
        } catch (IOException e) {
            throw failures.of(operation, e);
        }
    }

    /** Whether the other side is Podman's Docker-compatible socket, which wants some parameters in its own form. */
    boolean isPodman() {
        Boolean known = podman;
        if (known == null) {
            ping();
            known = podman;
        }
        return Boolean.TRUE.equals(known);
    }

    /**
     * The newest version that both sides speak. However many first calls there are at once, one of them asks, and all
     * have what it learns, also a failure; after that the next call asks again.
     */
    ApiVersion version(Operation operation) {
        FutureTask<ApiVersion> known = agreeing.get();
        FutureTask<ApiVersion> agreed = known == null ? begin(operation) : known;
        try {
            return agreed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            agreeing.compareAndSet(agreed, null);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private FutureTask<ApiVersion> begin(Operation operation) {
        FutureTask<ApiVersion> own = new FutureTask<>(() -> spoken(operation));
        FutureTask<ApiVersion> first = agreeing.compareAndExchange(null, own);
        if (first != null) {
            return first;
        }
        own.run();
        return own;
    }

    private ApiVersion spoken(Operation operation) {
        ApiVersion known = host.apiVersion();
        if (known == null) {
            return agree(operation);
        }
        if (known.compareTo(ApiVersion.OLDEST) < 0) {
            throw failures.tooOldWanted(operation, known);
        }
        return known;
    }

    private ApiVersion agree(Operation operation) {
        String told = ping().getOrDefault("api-version", "");
        ApiVersion theirs = ApiVersion.parse(told);
        if (theirs == null) {
            throw new EngineException.Unreachable(operation.verb(), operation.resource(),
                    "what answers is no Docker engine: it names no API version", host.address(), null);
        }
        if (theirs.compareTo(ApiVersion.OLDEST) < 0) {
            throw failures.tooOld(operation, theirs);
        }
        return theirs.compareTo(ApiVersion.NEWEST) < 0 ? theirs : ApiVersion.NEWEST;
    }

    private DockerClient client(Operation operation) {
        DockerClient made = client;
        if (made == null) {
            synchronized (this) {
                made = client;
                if (made == null) {
                    made = DockerClientImpl.getInstance(
                            new ClientConfig(URI.create(host.address()), version(operation)),
                            new SocketHttpClient(transport, host.patience()));
                    client = made;
                }
            }
        }
        return made;
    }

    @Override
    public void close() {
        transport.close();
    }
}
