package dev.jcompose.engine.memory;

import dev.jcompose.engine.Health;
import dev.jcompose.engine.memory.Program.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a shell as tests need: {@code sh -c} with commands separated by semicolons, each of {@code echo} (with
 * {@code >&2}), {@code cat}, {@code sleep}, {@code exit}, {@code true}, {@code false}. Time stands still, so a sleep
 * never ends. No command at all is a sleep; any other ends with 127.
 */
final class SmallShell {
    private final List<String> command;
    private final @Nullable String input;
    private final StringBuilder stdout = new StringBuilder();
    private final StringBuilder stderr = new StringBuilder();

    SmallShell(List<String> command, @Nullable String input) {
        this.command = command;
        this.input = input;
    }

    Outcome run() {
        if (command.isEmpty()) {
            return outcome(null, false);
        }
        boolean script = command.size() > 2 && command.get(0).endsWith("sh") && command.get(1).equals("-c");
        if (!script) {
            return one(command);
        }
        Outcome last = outcome(0, false);
        for (String part : command.get(2).split("[;\\n]", -1)) {
            if (!part.isBlank()) {
                List<String> words = List.of(part.strip().split("\\s+"));
                last = one(words);
                if (last.exitCode() == null || words.get(0).equals("exit")) {
                    return last;
                }
            }
        }
        return last;
    }

    private Outcome one(List<String> words) {
        return switch (words.get(0)) {
            case "echo" -> echo(words);
            case "cat" -> cat();
            case "sleep", "tail" -> outcome(null, false);
            case "true", ":" -> outcome(0, false);
            case "false" -> outcome(1, false);
            case "exit" -> outcome(words.size() > 1 ? Integer.parseInt(words.get(1)) : 0, false);
            default -> unknown(words.get(0));
        };
    }

    private Outcome echo(List<String> words) {
        boolean toError = words.get(words.size() - 1).equals(">&2");
        String text = String.join(" ", words.subList(1, words.size() - (toError ? 1 : 0)));
        (toError ? stderr : stdout).append(text.replace("'", "").replace("\"", "")).append('\n');
        return outcome(0, false);
    }

    private Outcome cat() {
        if (input == null) {
            return outcome(null, true);
        }
        stdout.append(input);
        return outcome(0, false);
    }

    private Outcome unknown(String program) {
        stderr.append("sh: ").append(program).append(": not found\n");
        return outcome(127, false);
    }

    private Outcome outcome(@Nullable Integer code, boolean wantsInput) {
        return new Outcome(stdout.toString(), stderr.toString(), code, Health.Status.HEALTHY, wantsInput);
    }
}
