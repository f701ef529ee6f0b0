package dev.jcompose.engine.docker;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The docker command's contexts: named engines in the user's configuration folder. */
final class DockerContexts {
    private static final String DEFAULT = "default";

    private DockerContexts() {
    }

    /** The user's configuration folder. */
    static Path folder(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_CONFIG", "");
        return named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".docker") : Path.of(named);
    }

    /** The context in use. */
    static DockerHost current(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_CONTEXT", "");
        return named(named.isEmpty() ? configured(folder(environment)) : named, environment);
    }

    /** A context by name. */
    static DockerHost named(String name, Map<String, String> environment) {
        if (name.equals(DEFAULT)) {
            String address = environment.getOrDefault("DOCKER_HOST", "");
            return address.isEmpty()
                    ? DockerHost.of(DockerHost.DEFAULT_ADDRESS)
                    : DockerHost.of(address).withTls(TlsFiles.fromEnvironment(environment, address));
        }
        Path contexts = folder(environment).resolve("contexts");
        String digest = Sha256.of(name);
        Path meta = contexts.resolve("meta").resolve(digest).resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            throw EngineException.NotFound.context(name, String.valueOf(contexts));
        }
        Tree endpoint = read(meta).at("Endpoints").at("docker");
        String address = endpoint.text("Host");
        Path certificates = contexts.resolve("tls").resolve(digest).resolve("docker");
        boolean unverified = endpoint.flag("SkipTLSVerify");
        DockerHost host = DockerHost.of(address.isEmpty() ? DockerHost.DEFAULT_ADDRESS : address);
        boolean secure = host.address().startsWith("tcp:") && (unverified || Files.isDirectory(certificates));
        return secure ? host.withTls(TlsFiles.in(certificates, !unverified)) : host;
    }

    private static String configured(Path folder) {
        Path file = folder.resolve("config.json");
        String name = Files.isRegularFile(file) ? read(file).text("currentContext") : "";
        return name.isEmpty() ? DEFAULT : name;
    }

    static Tree read(Path file) {
        try {
            return new Tree(new Json().read(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new EngineException.Unreachable("read", "configuration " + file,
                    String.valueOf(unreadable.getMessage()), file.toString(), unreadable);
        }
    }
}
