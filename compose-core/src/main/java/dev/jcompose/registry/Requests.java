package dev.jcompose.registry;

import dev.jcompose.source.CancelledException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends requests: follows redirections without taking credentials along, tries again what may pass, and ends in
 * bounded time.
 */
final class Requests {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(300), Duration.ofSeconds(1),
            Duration.ofMillis(2500));
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int REDIRECTIONS = 5;

    private final Endpoints endpoints;
    private final Duration timeout;

    /** Requests that may each take so long. */
    Requests(Endpoints endpoints, Duration timeout) {
        this.endpoints = endpoints;
        this.timeout = timeout;
    }

    /**
     * The answer, whatever its status.
     *
     * @param authorization
     *            goes to the registry only; empty for none
     */
    HttpResponse<byte[]> send(Call call, String authorization) throws InterruptedException {
        for (int attempt = 0;; attempt++) {
            boolean last = attempt == PAUSES.size();
            try {
                HttpResponse<byte[]> answer = follow(call, authorization);
                if (last || !mayPass(answer.statusCode())) {
                    return answer;
                }
                Thread.sleep(pause(answer, PAUSES.get(attempt)));
            } catch (IOException e) {
                if (last || !mayPass(e)) {
                    throw failed(call, e);
                }
                Thread.sleep(PAUSES.get(attempt));
            }
        }
    }

    private static boolean mayPass(int status) {
        return status == 429 || status >= 500;
    }

    /** What is not there, or proves to be another, will not change in a second. */
    private static boolean mayPass(IOException failure) {
        return !(failure instanceof ConnectException || failure instanceof SSLException
                || failure instanceof UnknownHostException || failure.getCause() instanceof TimeoutException);
    }

    private static Duration pause(HttpResponse<?> answer, Duration usual) {
        String asked = answer.headers().firstValue("Retry-After").orElse("");
        if (!asked.matches("[0-9]{1,6}")) {
            return usual;
        }
        Duration pause = Duration.ofSeconds(Long.parseLong(asked));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private HttpResponse<byte[]> follow(Call call, String authorization) throws IOException, InterruptedException {
        Call next = call;
        for (int i = 0; i < REDIRECTIONS; i++) {
            HttpResponse<byte[]> answer = exchange(next, call.isSameOrigin(next.uri()) ? authorization : "");
            String location = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() < 301 || answer.statusCode() > 308 || answer.statusCode() == 304
                    || location.isEmpty()) {
                return answer;
            }
            next = next.to(target(next.uri(), location));
        }
        throw new IOException("it redirects more than " + REDIRECTIONS + " times");
    }

    /** Where an answer sends one to; encryption is not given up on the way. */
    URI target(URI from, String location) throws IOException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("it redirects to no address", e);
        }
        boolean plain = "http".equalsIgnoreCase(to.getScheme());
        if (to.getRawAuthority() == null || !(plain || "https".equalsIgnoreCase(to.getScheme()))
                || (plain && !"http".equalsIgnoreCase(from.getScheme()))) {
            throw new IOException("it redirects to " + to.getScheme() + "://, which is not encrypted");
        }
        return to;
    }

    private HttpResponse<byte[]> exchange(Call call, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(timeout)
                .method(call.method(), call.body().get());
        call.headers().forEach(request::header);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = endpoints.client(call.uri().getRawAuthority())
                .sendAsync(request.build(), info -> new LimitedBody(call.limit()));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static RegistryException failed(Call call, IOException e) {
        return new RegistryException(call.host() + ": cannot be reached: " + reason(e), 0, e);
    }

    private static String reason(Throwable failure) {
        boolean refused = false;
        String last = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "no such host";
            }
            refused |= cause instanceof ConnectException;
            last = cause.getMessage() == null ? last : cause.getMessage();
        }
        return refused && !(failure instanceof HttpConnectTimeoutException)
                ? "connection refused"
                : last.isEmpty() ? "the connection broke off" : last;
    }

    /** Does something that waits; interruption ends it as it ends all work. */
    static <T> T uninterrupted(Work<T> work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** What waits. */
    interface Work<T> {
        T run() throws InterruptedException;
    }
}
