package dev.jcompose.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** docker-java's transport over our connections. */
final class SocketHttpClient implements DockerHttpClient {
    private final HttpTransport transport;
    private final Duration patience;

    SocketHttpClient(HttpTransport transport, Duration patience) {
        this.transport = transport;
        this.patience = patience;
    }

    @Override
    public Response execute(Request request) {
        try {
            HttpCall call = call(request);
            HttpAnswer answer = transport.execute(call);
            // docker-java is asked nothing that streams.
            return new Answer(answer, new ByteArrayInputStream(transport.readAll(call, answer)));
        } catch (IOException e) {
            throw Failures.unchecked(e);
        }
    }

    private HttpCall call(Request request) {
        HttpCall call = HttpCall.of(request.method(), request.path(), patience);
        byte[] bytes = request.bodyBytes();
        InputStream body = request.body();
        if (bytes != null) {
            call = new HttpCall(call.method(), call.target(), Map.of(), new ByteArrayInputStream(bytes), bytes.length,
                    call.patience(), false);
        } else if (body != null) {
            call = new HttpCall(call.method(), call.target(), Map.of(), body, -1, call.patience(), false);
        }
        return call.withHeaders(request.headers());
    }

    @Override
    public void close() {
        // The transport is the engine's to close.
    }

    private record Answer(HttpAnswer answer, InputStream body) implements Response {
        @Override
        public int getStatusCode() {
            return answer.status();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public void close() {
            try {
                answer.close();
            } catch (IOException e) {
                throw Failures.unchecked(e);
            }
        }
    }
}
