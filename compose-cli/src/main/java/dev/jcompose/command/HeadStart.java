package dev.jcompose.command;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.Engine;
import dev.jcompose.graph.ServiceGraph;
import java.util.List;
import java.util.Map;

/**
 * What a command will need once it has read its files, begun while it reads them: what takes long only the first time,
 * such as finding out which version of its API the engine speaks. That it fails here is of no matter, it will fail
 * again where it is needed and be told there.
 */
final class HeadStart {
    private HeadStart() {
    }

    /** Begins, on a thread that does not keep the process alive. */
    static void with(Engine engine) {
        Thread.ofPlatform().daemon().name("head-start").start(() -> {
            if (engine.address().startsWith("unix:")) {
                agree(engine);
            }
            Sha256.of("");
            ServiceGraph.of(Map.of("a", List.of("b"), "b", List.of()));
        });
    }

    /** Asks which version of its API the engine speaks; there and back is quick only on this machine. */
    private static void agree(Engine engine) {
        try {
            engine.system().apiVersion();
        } catch (RuntimeException toldLater) {
            // by the first call that is needed, if the engine is not closed by then
        }
    }
}
