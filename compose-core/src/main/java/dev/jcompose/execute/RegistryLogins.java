package dev.jcompose.execute;

import dev.jcompose.engine.RegistryAuth;
import dev.jcompose.json.JsonWriter;
import dev.jcompose.registry.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The user's credentials for registries, as a Docker client's configuration with nothing else in it. */
final class RegistryLogins {
    private RegistryLogins() {
    }

    /** The file's text. */
    static String of(Map<String, String> environment) {
        Map<String, Object> logins = new LinkedHashMap<>();
        Credentials.of(environment).all().forEach((registry, auth) -> logins.put(registry, login(auth)));
        return JsonWriter.write(Map.of("auths", logins)) + "\n";
    }

    private static Map<String, Object> login(RegistryAuth auth) {
        Map<String, Object> login = new LinkedHashMap<>();
        if (auth.username() != null) {
            String both = auth.username() + ":" + (auth.password() == null ? "" : auth.password());
            login.put("auth", Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        if (auth.identityToken() != null) {
            login.put("identitytoken", auth.identityToken());
        }
        if (auth.registryToken() != null) {
            login.put("registrytoken", auth.registryToken());
        }
        return login;
    }
}
