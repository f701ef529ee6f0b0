package dev.jcompose;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.command.Surroundings;
import dev.jcompose.command.Surroundings.EngineSource;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.option.GlobalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs whole command lines in a folder, over an engine in memory. */
final class Cli {
    final MemoryEngine engine = new MemoryEngine();
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Cli(Path folder) {
        this.folder = folder;
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** What came of a command line. */
    record Result(int code, String out, String err) {}

    Cli file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    Cli variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Result run(String... words) {
        return runWithInput("", words);
    }

    Result runWithInput(String input, String... words) {
        return run(new StringTerminal(input), words);
    }

    /** With a person reading both outputs. */
    Result onTerminal(String... words) {
        return run(new StringTerminal("", true), words);
    }

    private Result run(StringTerminal terminal, String... words) {
        int code = CommandLine.run(List.of(words),
                new Surroundings(terminal, environment, folder, new OneEngine(engine), InstantSource.system()));
        return new Result(code, terminal.outText(), terminal.errText());
    }

    /** The engine outlives the command, which closes what it opened. */
    private record OneEngine(MemoryEngine engine) implements EngineSource {
        @Override
        public Engine open(Map<String, String> environment, GlobalOptions options) {
            return new SharedEngine(engine);
        }

        @Override
        public ImageBuilder builder(Engine engine, Map<String, String> environment, GlobalOptions options) {
            return (project, targets, buildOptions, sink) -> targets
                    .forEach(target -> this.engine.addImage(target.image()));
        }
    }
}
