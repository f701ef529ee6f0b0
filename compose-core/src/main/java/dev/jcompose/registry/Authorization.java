package dev.jcompose.registry;

import dev.jcompose.engine.RegistryAuth;
import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds out how a registry wants to be told who asks, and remembers it for each scope. */
final class Authorization {
    private final Requests requests;
    private final Endpoints endpoints;
    private final Credentials credentials;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Authorization(Requests requests, Endpoints endpoints, Credentials credentials) {
        this.requests = requests;
        this.endpoints = endpoints;
        this.credentials = credentials;
    }

    /** Sends a request, and again with what the registry asks for. */
    HttpResponse<byte[]> send(Call call, Reference reference) throws InterruptedException {
        String key = call.host() + " " + call.scope();
        String before = known.getOrDefault(key, "");
        HttpResponse<byte[]> answer = requests.send(call, before);
        if (answer.statusCode() != 401) {
            return answer;
        }
        Optional<Challenge> challenge = Challenge.of(answer.headers().allValues("WWW-Authenticate"));
        if (challenge.isEmpty()) {
            return answer;
        }
        String now = answerTo(challenge.get(), call, reference);
        if (now.isEmpty() || now.equals(before)) {
            return answer;
        }
        known.put(key, now);
        return requests.send(call, now);
    }

    private String answerTo(Challenge challenge, Call call, Reference reference) throws InterruptedException {
        RegistryAuth who = credentials.forImage(reference.toString()).orElse(null);
        if (challenge.scheme().equals("basic")) {
            return basic(who);
        }
        if (who != null && who.registryToken() != null) {
            return "Bearer " + who.registryToken();
        }
        return "Bearer " + token(challenge, call, who);
    }

    private static String basic(@Nullable RegistryAuth who) {
        return who == null || who.username() == null
                ? ""
                : "Basic " + Base64.getEncoder().encodeToString(
                        (who.username() + ":" + who.password()).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks whom the registry trusts with telling people apart (distribution specification, token authentication). */
    private String token(Challenge challenge, Call call, @Nullable RegistryAuth who) throws InterruptedException {
        URI realm = realm(challenge, call);
        String scope = call.scope().isEmpty() ? challenge.parameter("scope") : call.scope();
        String query = "service=" + encoded(challenge.parameter("service")) + "&scope=" + encoded(scope);
        String identity = who == null ? null : who.identityToken();
        HttpResponse<byte[]> answer;
        if (identity != null) {
            String form = "grant_type=refresh_token&client_id=jcompose&" + query + "&refresh_token="
                    + encoded(identity);
            answer = requests.send(Call.of(call.host(), scope, "POST", realm)
                    .with("Content-Type", "application/x-www-form-urlencoded")
                    .with(() -> BodyPublishers.ofString(form)), "");
        } else {
            String separator = realm.getRawQuery() == null ? "?" : "&";
            answer = requests.send(Call.of(call.host(), scope, "GET", URI.create(realm + separator + query)),
                    basic(who));
        }
        if (answer.statusCode() != 200) {
            throw new RegistryException(call.host() + ": " + realm.getHost() + " gives no token (status "
                    + answer.statusCode() + "); log in with 'docker login " + call.host() + "'",
                    answer.statusCode(), null);
        }
        return token(new String(answer.body(), StandardCharsets.UTF_8), call);
    }

    private URI realm(Challenge challenge, Call call) {
        URI realm;
        try {
            realm = URI.create(challenge.parameter("realm"));
        } catch (IllegalArgumentException e) {
            throw new RegistryException(call.host() + ": names no address to get tokens from", 401, e);
        }
        boolean encrypted = "https".equalsIgnoreCase(realm.getScheme());
        boolean plain = "http".equalsIgnoreCase(realm.getScheme());
        if (realm.getRawAuthority() == null || !(encrypted || plain)) {
            throw new RegistryException(call.host() + ": names no address to get tokens from", 401, null);
        }
        if (plain && !endpoints.mayBePlain(realm.getRawAuthority()) && !endpoints.mayBePlain(call.host())) {
            throw new RegistryException(call.host() + ": wants a password sent to " + realm
                    + ", which is not encrypted", 401, null);
        }
        return realm;
    }

    private static String token(String text, Call call) {
        try {
            Map<String, @Nullable Object> said = JsonReader.readObject(text);
            Object token = said.get("token") instanceof String given && !given.isEmpty()
                    ? given
                    : said.get("access_token");
            if (token instanceof String given && !given.isEmpty() && given.chars().allMatch(c -> c > ' ' && c < 127)) {
                return given;
            }
        } catch (JsonException e) {
            // told below
        }
        throw new RegistryException(call.host() + ": the answer to the request for a token has none", 401, null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
