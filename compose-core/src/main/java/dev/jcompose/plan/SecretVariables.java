package dev.jcompose.plan;

import dev.jcompose.digest.Sha256;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Variables that by their names hold secrets. Labels are shown in many more places than a container's environment is,
 * so that what they record of these is a digest.
 */
final class SecretVariables {
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(?:passw|passphrase|secret|token|credential|private|api_?key|access_?key|auth|_key$|^key$|dsn|salt).*");
    private static final Pattern ADDRESS_WITH_PASSWORD = Pattern.compile(
            "[a-zA-Z][a-zA-Z0-9+.-]*://[^/@\\s]*:[^/@\\s]*@.*",
            Pattern.DOTALL);
    private static final int DIGITS = 12;

    private SecretVariables() {
    }

    /** A service's configuration with such values of its environment as digests, {@code sha256:0123456789ab}. */
    static Mapping hidden(String service, Mapping configuration) {
        if (!(configuration.get("environment") instanceof Mapping environment)) {
            return configuration;
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(environment.entries());
        entries.replaceAll((name, entry) -> entry.value() instanceof Scalar scalar && !scalar.isNull()
                ? new Mapping.Entry(entry.keyPosition(), shown(service, name, scalar))
                : entry);
        return configuration.with("environment", environment.withEntries(entries));
    }

    private static Scalar shown(String service, String name, Scalar value) {
        return isSecret(name, value.text()) ? Scalar.string(shown(service, name, value.text()), value.origin()) : value;
    }

    /**
     * The value, or what stands for it where it is secret: that tells whether it changed, and not whether two services
     * share it.
     */
    static String shown(String service, String name, String value) {
        return isSecret(name, value)
                ? "sha256:" + Sha256.of(service + "\0" + name + "\0" + value).substring(0, DIGITS)
                : value;
    }

    private static boolean isSecret(String name, String value) {
        return !value.isEmpty()
                && (NAMES.matcher(name).matches() || ADDRESS_WITH_PASSWORD.matcher(value).matches());
    }
}
