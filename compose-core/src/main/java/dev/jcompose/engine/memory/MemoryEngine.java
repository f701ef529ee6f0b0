package dev.jcompose.engine.memory;

import dev.jcompose.engine.Containers;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvents;
import dev.jcompose.engine.EngineSystem;
import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Images;
import dev.jcompose.engine.Networks;
import dev.jcompose.engine.Volumes;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An engine in memory. Containers run {@link Program}s; unless told otherwise that is a small shell which knows
 * {@code echo}, {@code cat}, {@code sleep}, {@code exit}, {@code true} and {@code false}. Health checks pass at once
 * unless the program says otherwise. Restart policies are kept but not acted upon. Safe for use by many threads.
 */
public final class MemoryEngine implements Engine {
    private final World world;
    private final String id = "memory-" + UUID.randomUUID();

    /** An engine without images, whose containers run the small shell. */
    public MemoryEngine() {
        this(Program.SHELL);
    }

    /** An engine without images, whose containers run a program. */
    public MemoryEngine(Program program) {
        this.world = new World(program);
    }

    /** Makes an image present, as if it had been pulled, and returns its id. */
    public String addImage(String reference) {
        return world.images().add(reference, Set.of());
    }

    /** Makes an image present that declares volumes at these paths, and returns its id. */
    public String addImage(String reference, Set<String> volumes) {
        return world.images().add(reference, volumes);
    }

    /** Puts an image in the registry: absent here, but it can be pulled. */
    public void addToRegistry(String reference) {
        world.images().offer(reference);
    }

    /** Everything that changed something, in order: {@code container create shop-web-1}. */
    public List<String> writes() {
        return world.writes();
    }

    @Override
    public Containers containers() {
        return world.containers();
    }

    @Override
    public Execs execs() {
        return world.execs();
    }

    @Override
    public Images images() {
        return world.images();
    }

    @Override
    public Networks networks() {
        return world.networks();
    }

    @Override
    public Volumes volumes() {
        return world.volumes();
    }

    @Override
    public EngineEvents events() {
        return world.events();
    }

    @Override
    public EngineSystem system() {
        return new MemorySystem(id);
    }

    @Override
    public String address() {
        return World.ADDRESS;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        world.close();
    }
}
