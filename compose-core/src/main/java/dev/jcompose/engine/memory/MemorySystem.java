package dev.jcompose.engine.memory;

import dev.jcompose.engine.EngineSystem;

/** An engine like the newest one known. */
final class MemorySystem implements EngineSystem {
    private final String id;

    MemorySystem(String id) {
        this.id = id;
    }

    @Override
    public Ping ping() {
        return new Ping("1.51", "linux", "1", false);
    }

    @Override
    public String apiVersion() {
        return ping().apiVersion();
    }

    @Override
    public EngineVersion version() {
        return new EngineVersion("memory", "1.51", "1.41", "linux", "amd64");
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo(id, "memory", "memory", "linux", "x86_64", "/", "2", 2, 1L << 32, false);
    }
}
