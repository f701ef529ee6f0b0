package dev.jcompose.engine.docker;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Certificates for a connection with an engine; any of the files may be missing.
 *
 * @param authority
 *            who vouches for the engine, in PEM
 * @param certificate
 *            ours, in PEM
 * @param key
 *            that belongs to it, in PEM
 * @param verify
 *            whether the engine must prove who it is
 * @param matchName
 *            whether its certificate must be for the name that it is called by
 */
public record TlsFiles(Path authority, Path certificate, Path key, boolean verify, boolean matchName) {
    /** Those with the names that docker gives them: {@code ca.pem}, {@code cert.pem} and {@code key.pem}. */
    public static TlsFiles in(Path folder, boolean verify) {
        return new TlsFiles(folder.resolve("ca.pem"), folder.resolve("cert.pem"), folder.resolve("key.pem"), verify,
                verify);
    }

    /** What DOCKER_TLS_VERIFY, DOCKER_TLS and DOCKER_CERT_PATH say; null where TLS is not asked for. */
    static @Nullable TlsFiles fromEnvironment(Map<String, String> environment, String address) {
        boolean verify = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        boolean plain = environment.getOrDefault("DOCKER_TLS", "").isEmpty();
        if ((!verify && plain) || address.startsWith("unix:") || address.startsWith("ssh:")) {
            return null;
        }
        String folder = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return in(folder.isEmpty() ? DockerContexts.folder(environment) : Path.of(folder), verify);
    }
}
