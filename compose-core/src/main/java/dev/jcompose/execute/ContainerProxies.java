package dev.jcompose.execute;

import dev.jcompose.registry.ClientConfiguration;
import dev.jcompose.registry.CredentialException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proxies that the user's Docker configuration has for containers ({@code proxies} in {@code config.json}). They are
 * no part of what containers are compared by. Read when the first container is made; safe for use by many threads.
 */
final class ContainerProxies {
    private final Map<String, String> environment;
    private final String engine;
    private @Nullable Map<String, String> variables;

    /** For containers of the engine with that address. */
    ContainerProxies(Map<String, String> environment, String engine) {
        this.environment = environment;
        this.engine = engine;
    }

    /** The container's own {@code NAME=value}, over those that are configured. */
    List<String> below(List<String> own) {
        Map<String, String> configured = variables();
        if (configured.isEmpty()) {
            return own;
        }
        Map<String, String> all = new LinkedHashMap<>();
        configured.forEach((name, value) -> all.put(name, name + "=" + value));
        own.forEach(entry -> all.put(entry.replaceFirst("(?s)=.*", ""), entry));
        return List.copyOf(all.values());
    }

    private synchronized Map<String, String> variables() {
        Map<String, String> known = variables;
        if (known == null) {
            known = read();
            variables = known;
        }
        return known;
    }

    /** A file that cannot be read matters to those who need credentials, and they tell. */
    private Map<String, String> read() {
        try {
            return ClientConfiguration.read(environment).proxyVariables(engine);
        } catch (CredentialException unreadable) {
            return Map.of();
        }
    }
}
