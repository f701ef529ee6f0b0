package dev.jcompose.command;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.Engine;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.terminal.Terminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a run is given: everything that a test wants to choose.
 *
 * @param terminal
 *            where to read and write
 * @param environment
 *            the process's variables
 * @param directory
 *            the working directory, absolute
 * @param engines
 *            opens the engine when a command first needs it
 * @param clock
 *            for ages in tables
 */
public record Surroundings(Terminal terminal, Map<String, String> environment, Path directory, EngineSource engines,
        InstantSource clock) {
    public Surroundings { environment = Map.copyOf(environment); }

    /** Where engines come from. */
    public interface EngineSource {
        /** The engine that the environment and the options name; nothing need be sent to it yet. */
        Engine open(Map<String, String> environment, GlobalOptions options);

        /** What makes images for that engine. */
        ImageBuilder builder(Engine engine, Map<String, String> environment, GlobalOptions options);
    }
}
