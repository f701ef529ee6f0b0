package dev.jcompose.plan;

import org.jspecify.annotations.Nullable;

/**
 * A container as a plan speaks of it.
 *
 * @param name
 *            its name in the engine
 * @param id
 *            its id where it exists already when the plan is made, else null
 */
public record ContainerRef(String name, @Nullable String id) {
    /** One that the plan creates. */
    public static ContainerRef planned(String name) {
        return new ContainerRef(name, null);
    }

    /** What the engine is to be asked for: the id is sure to be the container that was seen. */
    public String idOrName() {
        return id == null ? name : id;
    }
}
