package dev.jcompose.command;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.Engine;
import dev.jcompose.graph.ServiceGraph;
import dev.jcompose.schema.SchemaValidator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a command will need once it has read its files, begun while it reads them: what takes long only the first time,
 * such as finding out which version of its API the engine speaks. That it fails here is of no matter, it will fail
 * again where it is needed and be told there. Its threads do not keep the process alive.
 */
public final class HeadStart {
    /** Words of command lines that are answered without a project or an engine. */
    private static final Set<String> SHORT = Set.of("version", "--version", "-v", "help", "--help", "-h", "completion",
            "__complete");

    private HeadStart() {
    }

    /** Begins before it is known which command it is: with what nearly all of them need. */
    public static void with(List<String> words) {
        if (words.stream().noneMatch(SHORT::contains)) {
            begin(() -> {
                Sha256.of(""); // Sockets of this machine wait for the same providers.
                SchemaValidator.prepare();
            });
        }
    }

    /** Goes on when it is known which engine will be asked. */
    static void with(Engine engine) {
        begin(() -> {
            if (engine.address().startsWith("unix:")) {
                agree(engine);
            }
            ServiceGraph.of(Map.of("a", List.of("b"), "b", List.of()));
        });
    }

    private static void begin(Runnable work) {
        Thread.ofPlatform().daemon().name("head-start").start(work);
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
