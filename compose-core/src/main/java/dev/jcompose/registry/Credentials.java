package dev.jcompose.registry;

import dev.jcompose.engine.RegistryAuth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks credentials up where the Docker client keeps them: for each registry the first of its own helper
 * ({@code credHelpers}), the store ({@code credsStore}) and the file itself ({@code auths}). A registry is asked for
 * once; later requests get the same answer. Nothing is read before the first request. Safe for use by several threads.
 */
public final class Credentials {
    private final Map<String, String> environment;
    private final Duration helperTimeout;
    private final Map<String, Optional<RegistryAuth>> known = new ConcurrentHashMap<>();
    private @Nullable ClientConfiguration configuration;

    private Credentials(Map<String, String> environment, Duration helperTimeout,
            @Nullable ClientConfiguration configuration) {
        this.environment = Map.copyOf(environment);
        this.helperTimeout = helperTimeout;
        this.configuration = configuration;
    }

    /**
     * Those of the user whose environment it is.
     *
     * @param environment
     *            tells where the client's configuration is, and is what helpers are started with
     * @param helperTimeout
     *            how long one helper may take
     */
    public static Credentials of(Map<String, String> environment, Duration helperTimeout) {
        return new Credentials(environment, helperTimeout, null);
    }

    /** Those of the user whose environment it is; a helper that asks a person has a minute. */
    public static Credentials of(Map<String, String> environment) {
        return of(environment, Duration.ofMinutes(1));
    }

    /** Nobody's: all requests are anonymous. */
    public static Credentials none() {
        return new Credentials(Map.of(), Duration.ZERO,
                new ClientConfiguration(Path.of("/"), Map.of(), Map.of(), null, List.of(), "", Map.of()));
    }

    /**
     * The credentials for an image's registry; nothing where there are none, and requests are anonymous.
     *
     * @param reference
     *            an image reference: {@code registry.example:5000/shop/web:1}
     * @throws CredentialException
     *             if they are kept somewhere but cannot be had
     */
    public Optional<RegistryAuth> forImage(String reference) {
        return forRegistry(RegistryName.of(reference));
    }

    /** All that the configuration names a registry for, by registry: what a build may be asked for. */
    public Map<String, RegistryAuth> all() {
        ClientConfiguration from = configuration();
        Set<String> registries = new LinkedHashSet<>(from.auths().keySet());
        registries.addAll(from.helpers().keySet());
        Map<String, RegistryAuth> found = new LinkedHashMap<>();
        registries.forEach(registry -> forRegistry(registry).ifPresent(auth -> found.put(registry, auth)));
        return found;
    }

    private Optional<RegistryAuth> forRegistry(String registry) {
        Optional<RegistryAuth> before = known.get(registry);
        if (before != null) {
            return before;
        }
        Optional<RegistryAuth> found = lookUp(registry, configuration());
        known.put(registry, found);
        return found;
    }

    private Optional<RegistryAuth> lookUp(String registry, ClientConfiguration from) {
        String helper = from.helpers().getOrDefault(registry, from.store());
        if (helper != null && !helper.isEmpty()) {
            Optional<RegistryAuth> kept = new CredentialHelper(helper, environment, helperTimeout).get(registry);
            if (kept.isPresent() || from.helpers().containsKey(registry)) {
                return kept;
            }
        }
        Map<String, @Nullable Object> exact = from.auths().get(registry);
        if (exact != null) {
            return decoded(registry, exact);
        }
        return from.auths().entrySet().stream()
                .filter(auth -> RegistryName.host(auth.getKey()).equals(RegistryName.host(registry))).findFirst()
                .flatMap(auth -> decoded(registry, auth.getValue()));
    }

    private static Optional<RegistryAuth> decoded(String registry, Map<String, @Nullable Object> auth) {
        String user = text(auth, "username");
        String password = text(auth, "password");
        String both = text(auth, "auth");
        if (both != null) {
            try {
                String decoded = new String(Base64.getDecoder().decode(both.strip()), StandardCharsets.UTF_8);
                int colon = decoded.indexOf(':');
                if (colon < 0) {
                    throw new IllegalArgumentException("no colon in it");
                }
                user = decoded.substring(0, colon);
                password = decoded.substring(colon + 1).replaceAll("\0+$", "");
            } catch (IllegalArgumentException e) {
                throw new CredentialException("config.json",
                        "auths: " + registry + ": 'auth' is not USER:PASSWORD in base 64", null);
            }
        }
        String identity = text(auth, "identitytoken");
        String token = text(auth, "registrytoken");
        return user == null && identity == null && token == null
                ? Optional.empty()
                : Optional.of(new RegistryAuth(registry, user, password, identity, token));
    }

    private static @Nullable String text(Map<String, @Nullable Object> auth, String key) {
        return auth.get(key) instanceof String text && !text.isEmpty() ? text : null;
    }

    private synchronized ClientConfiguration configuration() {
        ClientConfiguration read = configuration;
        if (read == null) {
            read = ClientConfiguration.read(environment);
            configuration = read;
        }
        return read;
    }
}
