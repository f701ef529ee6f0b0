package dev.jcompose.registry;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.model.Ordered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What matters here of the Docker client's {@code config.json}.
 *
 * @param directory
 *            the folder it is in: {@code DOCKER_CONFIG}, else {@code ~/.docker}
 * @param auths
 *            what is stored in the file itself, by registry as written there
 * @param helpers
 *            programs that know, by registry: {@code docker-credential-NAME}
 * @param store
 *            the program for all other registries; null for none
 * @param pluginDirectories
 *            where plugins are besides the usual places
 * @param detachKeys
 *            that leave a container alone; empty for the usual ones
 * @param proxies
 *            for containers, by the engine's address or {@code default}: {@code httpProxy} and its like
 */
public record ClientConfiguration(Path directory, Map<String, Map<String, @Nullable Object>> auths,
        Map<String, String> helpers, @Nullable String store, List<String> pluginDirectories, String detachKeys,
        Map<String, Map<String, String>> proxies) {
    private static final Map<String, String> PROXY_VARIABLES = Ordered.copyOf(new TreeMap<>(Map.of("httpProxy",
            "HTTP_PROXY", "httpsProxy", "HTTPS_PROXY", "noProxy", "NO_PROXY", "ftpProxy", "FTP_PROXY", "allProxy",
            "ALL_PROXY")));

    public ClientConfiguration {
        auths = Ordered.copyOf(auths);
        helpers = Ordered.copyOf(helpers);
        pluginDirectories = List.copyOf(pluginDirectories);
        proxies = Ordered.copyOf(proxies);
    }

    /**
     * Reads the file; where there is none, nothing is known.
     *
     * @param environment
     *            of the process: {@code DOCKER_CONFIG}, {@code DOCKER_AUTH_CONFIG} and {@code HOME} are looked at
     * @throws CredentialException
     *             if it cannot be read or is not JSON
     */
    public static ClientConfiguration read(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_CONFIG", "");
        Path directory = named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".docker") : Path.of(named);
        Path file = directory.resolve("config.json");
        Map<String, @Nullable Object> root = Map.of();
        try {
            root = JsonReader.readObject(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException | NotDirectoryException none) {
            root = Map.of();
        } catch (IOException | JsonException e) {
            throw new CredentialException(file.toString(), "cannot be read: " + e.getMessage(), e);
        }
        return of(directory, root).with(environment.getOrDefault("DOCKER_AUTH_CONFIG", ""));
    }

    private static ClientConfiguration of(Path directory, Map<String, @Nullable Object> root) {
        Map<String, String> helpers = new LinkedHashMap<>();
        JsonReader.members(root.get("credHelpers")).forEach((registry, helper) -> {
            if (helper instanceof String name && !name.isEmpty()) {
                helpers.put(registry, name);
            }
        });
        String store = root.get("credsStore") instanceof String name && !name.isEmpty() ? name : null;
        List<String> plugins = JsonReader.items(root.get("cliPluginsExtraDirs")).stream().filter(Objects::nonNull)
                .map(Object::toString).toList();
        String keys = root.get("detachKeys") instanceof String text ? text : "";
        return new ClientConfiguration(directory, authsOf(root), helpers, store, plugins, keys, proxiesOf(root));
    }

    private static Map<String, Map<String, @Nullable Object>> authsOf(Map<String, @Nullable Object> root) {
        Map<String, Map<String, @Nullable Object>> auths = new LinkedHashMap<>();
        JsonReader.members(root.get("auths")).forEach((registry, auth) -> auths.put(registry,
                JsonReader.members(auth)));
        return auths;
    }

    private static Map<String, Map<String, String>> proxiesOf(Map<String, @Nullable Object> root) {
        Map<String, Map<String, String>> proxies = new LinkedHashMap<>();
        JsonReader.members(root.get("proxies")).forEach((engine, settings) -> {
            Map<String, String> texts = new LinkedHashMap<>();
            JsonReader.members(settings).forEach((name, value) -> {
                if (value instanceof String text && !text.isEmpty()) {
                    texts.put(name, text);
                }
            });
            proxies.put(engine, Map.copyOf(texts));
        });
        return proxies;
    }

    /**
     * The variables by which containers of an engine, and builds on it, learn of proxies: each name in upper case and in
     * lower case.
     *
     * @param address
     *            of the engine
     */
    public Map<String, String> proxyVariables(String address) {
        Map<String, String> settings = proxies.getOrDefault(address, proxies.getOrDefault("default", Map.of()));
        Map<String, String> variables = new LinkedHashMap<>();
        PROXY_VARIABLES.forEach((setting, variable) -> {
            String value = settings.get(setting);
            if (value != null) {
                variables.put(variable, value);
                variables.put(variable.toLowerCase(Locale.ROOT), value);
            }
        });
        return variables;
    }

    /** {@code DOCKER_AUTH_CONFIG} goes before the file. */
    private ClientConfiguration with(String given) {
        if (given.isEmpty()) {
            return this;
        }
        try {
            Map<String, Map<String, @Nullable Object>> both = new LinkedHashMap<>(auths);
            Map<String, String> remaining = new LinkedHashMap<>(helpers);
            authsOf(JsonReader.readObject(given)).forEach((registry, auth) -> {
                both.put(registry, auth);
                remaining.put(registry, "");
            });
            return new ClientConfiguration(directory, both, remaining, store, pluginDirectories, detachKeys,
                    proxies);
        } catch (JsonException e) {
            throw new CredentialException("DOCKER_AUTH_CONFIG", "cannot be read: " + e.getMessage(), e);
        }
    }
}
