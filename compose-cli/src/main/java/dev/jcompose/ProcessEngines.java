package dev.jcompose;

import dev.jcompose.build.Builders;
import dev.jcompose.build.ImageBuilder;
import dev.jcompose.command.Surroundings.EngineSource;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.registry.Credentials;
import java.time.Duration;
import java.util.Map;

/** The Docker Engine that the process's environment names. */
final class ProcessEngines implements EngineSource {
    private static final Duration HELPER_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public Engine open(Map<String, String> environment, GlobalOptions options) {
        return DockerEngine.connect(EngineOptions.host(environment, options));
    }

    @Override
    public ImageBuilder builder(Engine engine, Map<String, String> environment, GlobalOptions options) {
        Map<String, String> chosen = EngineOptions.environment(environment, options);
        return Builders.of(engine, chosen, Credentials.of(chosen, HELPER_TIMEOUT));
    }
}
