package dev.jcompose.registry;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.proxy.Proxies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes what registries keep (OCI distribution specification 1.1): manifests and blobs. Every content is
 * checked against its digest. Connects on the first request. Safe for use by several threads.
 */
public final class RegistryClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String PULL = "pull";
    private static final String PUSH = "pull,push";

    private final Endpoints endpoints;
    private final Requests requests;
    private final Authorization authorization;

    /**
     * A client for a user.
     *
     * @param environment
     *            of the process: where certificates are, and proxies
     * @param insecure
     *            registries ({@code host[:port]}) whose certificates are not checked and that need not encrypt; those
     *            on this machine need not either
     */
    public RegistryClient(Map<String, String> environment, Credentials credentials, Set<String> insecure) {
        this.endpoints = new Endpoints(Trust.of(environment), Proxies.of(environment), insecure);
        this.requests = new Requests(endpoints, TIMEOUT);
        this.authorization = new Authorization(requests, endpoints, credentials);
    }

    /**
     * The manifest or the index that a reference names.
     *
     * @throws RegistryException
     *             if there is none, or it cannot be had; {@link RegistryException#status()} is 404 in the first case
     */
    public Content manifest(Reference reference) {
        HttpResponse<byte[]> answer = send(reference, PULL, "GET", "/manifests/" + reference.version(),
                call -> call.with("Accept", String.join(", ", MediaType.MANIFESTS)));
        expect(answer, reference, "no such artifact", 200);
        String type = answer.headers().firstValue("Content-Type").orElse(MediaType.MANIFEST);
        int parameters = type.indexOf(';');
        Content content = Content.of(parameters < 0 ? type : type.substring(0, parameters).strip(), answer.body());
        if (reference.digest() != null && !reference.digest().equals(content.digest())) {
            throw new RegistryException(reference + ": the registry sent something else (" + content.digest() + ")",
                    200, null);
        }
        return content;
    }

    /**
     * A blob.
     *
     * @param limit
     *            the most bytes that it may have
     * @throws RegistryException
     *             if there is none, or it cannot be had, or it is another
     */
    public byte[] blob(Reference repository, String digest, long limit) {
        Reference blob = repository.at(digest);
        HttpResponse<byte[]> answer = send(blob, PULL, "GET", "/blobs/" + digest, call -> call.withLimit(limit));
        expect(answer, blob, "no such content", 200);
        if (!Digests.of(answer.body()).equals(digest)) {
            throw new RegistryException(blob + ": the registry sent something else", 200, null);
        }
        return answer.body();
    }

    /** Puts a blob there unless it is there. */
    public void putBlob(Reference repository, byte[] content) {
        String digest = Digests.of(content);
        if (has(repository, digest)) {
            return;
        }
        HttpResponse<byte[]> begun = send(repository, PUSH, "POST", "/blobs/uploads/", call -> call);
        expect(begun, repository, "no such repository", 202);
        upload(repository, begun, digest, content);
    }

    /**
     * Makes a blob of another repository of the same registry, or of another registry, one of this repository.
     *
     * @param limit
     *            the most bytes that it may have
     */
    public void copyBlob(Reference from, Reference to, String digest, long limit) {
        if (has(to, digest)) {
            return;
        }
        if (from.host().equals(to.host())) {
            HttpResponse<byte[]> begun = send(to, PUSH, "POST", "/blobs/uploads/?mount=" + digest + "&from="
                    + from.repository(), call -> call);
            expect(begun, to, "no such repository", 201, 202);
            if (begun.statusCode() == 202) {
                upload(to, begun, digest, blob(from, digest, limit));
            }
        } else {
            putBlob(to, blob(from, digest, limit));
        }
    }

    private boolean has(Reference repository, String digest) {
        return send(repository, PUSH, "HEAD", "/blobs/" + digest, call -> call).statusCode() == 200;
    }

    private void upload(Reference repository, HttpResponse<byte[]> begun, String digest, byte[] content) {
        String location = begun.headers().firstValue("Location").orElse("");
        URI target;
        try {
            target = requests.target(begun.request().uri(), location);
        } catch (IOException e) {
            throw new RegistryException(repository.host() + ": names no address to send to", 202, e);
        }
        String separator = target.getRawQuery() == null ? "?" : "&";
        Call call = Call.of(repository.host(), scope(repository, PUSH), "PUT",
                URI.create(target + separator + "digest=" + digest))
                .with("Content-Type", "application/octet-stream").with(() -> BodyPublishers.ofByteArray(content));
        HttpResponse<byte[]> answer = Requests.uninterrupted(() -> call.isSameOrigin(begun.request().uri())
                ? authorization.send(call, repository)
                : requests.send(call, ""));
        expect(answer, repository, "the upload is gone", 201, 202, 204);
    }

    /** Puts a manifest there, under its digest or under the reference's tag. */
    public void putManifest(Reference reference, Content manifest) {
        HttpResponse<byte[]> answer = send(reference, PUSH, "PUT", "/manifests/" + reference.version(),
                call -> call.with("Content-Type", manifest.mediaType())
                        .with(() -> BodyPublishers.ofByteArray(manifest.bytes())));
        expect(answer, reference, "no such repository", 201, 202, 200);
    }

    /** What is special about a request. */
    private interface Detail {
        Call of(Call call);
    }

    private HttpResponse<byte[]> send(Reference reference, String actions, String method, String path,
            Detail detail) {
        return Requests.uninterrupted(() -> {
            URI uri = URI.create(endpoints.base(reference.host()) + "/v2/" + reference.repository() + path);
            return authorization.send(
                    detail.of(Call.of(reference.host(), scope(reference, actions), method, uri)), reference);
        });
    }

    private static String scope(Reference reference, String actions) {
        return "repository:" + reference.repository() + ":" + actions;
    }

    private static void expect(HttpResponse<byte[]> answer, Reference reference, String missing, Integer... statuses) {
        int status = answer.statusCode();
        if (List.of(statuses).contains(status)) {
            return;
        }
        String said = said(answer).map(text -> ": " + text).orElse("");
        throw new RegistryException(reference + ": " + switch (status) {
            case 401, 403 -> "access denied" + said + "; log in with 'docker login "
                    + RegistryName.host(reference.credentialKey()) + "'";
            case 404 -> missing + said;
            case 429 -> "the registry wants fewer requests" + said;
            default -> "status " + status + said;
        }, status, null);
    }

    private static Optional<String> said(HttpResponse<byte[]> answer) {
        try {
            return JsonReader.items(JsonReader.readObject(new String(answer.body(), StandardCharsets.UTF_8))
                    .get("errors")).stream().map(JsonReader::members)
                    .flatMap(error -> error.get("message") instanceof String text
                            ? Optional.of(text).stream()
                            : Optional.<String>empty().stream())
                    .map(text -> text.replaceAll("\\p{Cntrl}", " ")).filter(text -> !text.isBlank()).findFirst();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        endpoints.close();
    }
}
