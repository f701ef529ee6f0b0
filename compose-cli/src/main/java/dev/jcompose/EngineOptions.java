package dev.jcompose;

import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.engine.docker.TlsFiles;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The options before the command that choose an engine: they go before the environment. */
final class EngineOptions {
    private EngineOptions() {
    }

    /**
     * Where the engine is.
     *
     * @throws UsageException
     *             if an option names a file that is not there
     */
    static DockerHost host(Map<String, String> environment, GlobalOptions options) {
        DockerHost host = DockerHost.fromEnvironment(environment(environment, options));
        TlsFiles usual = host.tls();
        if (usual == null) {
            return host;
        }
        return host.withTls(new TlsFiles(file(options.tlsCaCert, usual.authority()),
                file(options.tlsCert, usual.certificate()), file(options.tlsKey, usual.key()), usual.verify(),
                usual.matchName() && !options.skipHostnameCheck.on()));
    }

    /** The same for programs that are started. */
    static Map<String, String> environment(Map<String, String> environment, GlobalOptions options) {
        Map<String, String> changed = new HashMap<>(environment);
        if (options.config.given()) {
            changed.put("DOCKER_CONFIG", options.config.required());
        }
        if (options.context.given()) {
            changed.remove("DOCKER_HOST");
            changed.put("DOCKER_CONTEXT", options.context.required());
        }
        if (options.host.given()) {
            changed.remove("DOCKER_CONTEXT");
            changed.put("DOCKER_HOST", options.host.required());
        }
        if (options.tls.on() || options.tlsCaCert.given() || options.tlsCert.given() || options.tlsKey.given()) {
            changed.put("DOCKER_TLS", "1");
        }
        if (options.tlsVerify.on()) {
            changed.put("DOCKER_TLS_VERIFY", "1");
        }
        return changed;
    }

    private static Path file(Text option, Path usual) {
        if (!option.given()) {
            return usual;
        }
        Path file = Path.of(option.required());
        if (!Files.isRegularFile(file)) {
            throw new UsageException(option.name() + ": there is no file " + file);
        }
        return file;
    }
}
