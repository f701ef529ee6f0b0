package dev.jcompose.observe;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container looked at closely.
 *
 * @param container
 *            as it is
 * @param image
 *            what it was made of; null where that is gone
 */
public record Inspection(ContainerDetails container, @Nullable ImageDetails image) {

    /** Asks the engine; nothing where the container is gone by now. */
    static Optional<Inspection> of(Engine engine, String id) {
        try {
            ContainerDetails container = engine.containers().inspect(id);
            return Optional.of(new Inspection(container, image(engine, container.imageId())));
        } catch (EngineException.NotFound gone) {
            return Optional.empty();
        }
    }

    private static @Nullable ImageDetails image(Engine engine, String id) {
        try {
            return engine.images().inspect(id);
        } catch (EngineException.NotFound gone) {
            return null;
        }
    }
}
