package dev.jcompose.engine.memory;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Containers;
import dev.jcompose.engine.EngineException;
import java.time.Instant;

/** Waits for a container's end. */
final class MemoryExitWatch implements Containers.ExitWatch {
    private final World world;
    private final MemoryContainer container;
    private final Containers.WaitCondition condition;
    private final Instant begun;
    private boolean closed;

    MemoryExitWatch(World world, MemoryContainer container, Containers.WaitCondition condition) {
        this.world = world;
        this.container = container;
        this.condition = condition;
        this.begun = world.now();
    }

    @Override
    public Containers.Exit await() {
        synchronized (world) {
            while (!isMet()) {
                if (closed || world.isClosed()) {
                    throw new EngineException.Unreachable("wait", "container " + container.name(),
                            "the connection was closed", World.ADDRESS, null);
                }
                world.awaitChange("wait", "container " + container.name());
            }
            return new Containers.Exit(container.exitCode(), "");
        }
    }

    private boolean isMet() {
        return switch (condition) {
            case NOT_RUNNING -> !container.isRunning();
            case NEXT_EXIT -> {
                Instant finished = container.details().state().finishedAt();
                yield container.status() == ContainerStatus.EXITED && finished != null && finished.isAfter(begun);
            }
            case REMOVED -> container.isRemoved();
        };
    }

    @Override
    public void close() {
        synchronized (world) {
            closed = true;
            world.changed();
        }
    }
}
