package dev.jcompose;

import dev.jcompose.engine.Containers;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvents;
import dev.jcompose.engine.EngineSystem;
import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Images;
import dev.jcompose.engine.Networks;
import dev.jcompose.engine.Volumes;

/** An engine that outlives the commands which open and close it. */
record SharedEngine(Engine engine, EngineEvents events) implements Engine {
    SharedEngine(Engine engine) {
        this(engine, engine.events());
    }

    @Override
    public Containers containers() {
        return engine.containers();
    }

    @Override
    public Execs execs() {
        return engine.execs();
    }

    @Override
    public Images images() {
        return engine.images();
    }

    @Override
    public Networks networks() {
        return engine.networks();
    }

    @Override
    public Volumes volumes() {
        return engine.volumes();
    }

    @Override
    public EngineSystem system() {
        return engine.system();
    }

    @Override
    public String address() {
        return engine.address();
    }

    @Override
    public boolean isShared() {
        return engine.isShared();
    }

    @Override
    public void close() {
        // The next command goes on with it.
    }
}
