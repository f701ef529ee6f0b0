package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineContract;
import dev.jcompose.engine.EngineException;

/** The contract, kept by the Docker Engine that this environment names. */
class DockerEngineIT extends EngineContract {
    @Override
    protected Engine open() {
        DockerEngine engine = DockerEngine.connect(DockerHost.fromEnvironment());
        String missing = missing(engine);
        if (!missing.isEmpty()) {
            engine.close();
        }
        assumeTrue(missing.isEmpty(), missing);
        return engine;
    }

    private static String missing(DockerEngine engine) {
        try {
            engine.images().inspect("busybox:latest");
            return "";
        } catch (EngineException e) {
            return e.getMessage();
        }
    }
}
