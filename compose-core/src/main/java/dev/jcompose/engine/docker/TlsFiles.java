package dev.jcompose.engine.docker;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}; any of them may be missing.
 *
 * @param verify
 *            whether the engine must prove who it is
 */
public record TlsFiles(Path folder, boolean verify) {
    /** What DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH say; null where TLS is not asked for. */
    static @Nullable TlsFiles fromEnvironment(Map<String, String> environment, String address) {
        boolean verify = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        boolean plain = environment.getOrDefault("DOCKER_TLS", "").isEmpty();
        if ((!verify && plain) || address.startsWith("unix:") || address.startsWith("ssh:")) {
            return null;
        }
        String folder = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return new TlsFiles(folder.isEmpty() ? DockerContexts.folder(environment) : Path.of(folder), verify);
    }
}
