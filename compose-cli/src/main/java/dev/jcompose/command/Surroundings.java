package dev.jcompose.command;

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
 * @param clock
 *            for ages in tables
 */
public record Surroundings(Terminal terminal, Map<String, String> environment, Path directory, InstantSource clock) {
    public Surroundings { environment = Map.copyOf(environment); }
}
