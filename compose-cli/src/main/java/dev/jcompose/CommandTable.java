package dev.jcompose;

import dev.jcompose.command.Command;
import dev.jcompose.command.VersionCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands, by name. Only the one that the command line names is made. */
final class CommandTable {
    /** In the order of the help. */
    static final List<String> NAMES = List.of("version");

    private CommandTable() {
    }

    static Optional<Command> create(String name) {
        return Optional.ofNullable(switch (name) {
            case "version" -> new VersionCommand();
            default -> null;
        });
    }

    /** Name to summary, for the help. */
    static Map<String, String> summaries() {
        Map<String, String> summaries = new LinkedHashMap<>();
        NAMES.forEach(name -> create(name).ifPresent(command -> summaries.put(name, command.syntax().summary())));
        return summaries;
    }
}
