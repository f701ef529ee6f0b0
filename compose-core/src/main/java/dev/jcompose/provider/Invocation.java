package dev.jcompose.provider;

import dev.jcompose.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A program of the protocol, which is given nothing to read. */
final class Invocation {
    private static final byte[] NOTHING = {};

    private Invocation() {
    }

    /** Gives the exit status; the folder counts where it is there. */
    static int run(List<String> command, Path directory, Map<String, String> environment, Consumer<String> out,
            Consumer<String> err) {
        try {
            return Program.run(command, directory.toFile().isDirectory() ? directory : null, environment, NOTHING, out,
                    err);
        } catch (IOException e) {
            throw new ProviderException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }
}
