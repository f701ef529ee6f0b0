package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code completion}: a script that completes commands and options. */
public final class CompletionCommand extends Command {
    private final List<String> commands;
    private final Function<String, List<String>> options;
    private final Text shell = syntax.argument("SHELL");

    /**
     * @param commands
     *            names of all commands
     * @param options
     *            the options of the command of that name
     */
    public CompletionCommand(List<String> commands, Function<String, List<String>> options) {
        super("completion", "Print a completion script for bash, zsh or fish");
        this.commands = commands;
        this.options = options;
        syntax.example("source <(jcompose completion bash)");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Map<String, List<String>> words = new TreeMap<>();
        commands.forEach(name -> words.put(name,
                options.apply(name).stream().filter(option -> option.startsWith("--")).toList()));
        session.out().print(switch (shell.required()) {
            case "bash" -> bash(words);
            case "zsh" -> "#compdef jcompose\nautoload -U +X bashcompinit && bashcompinit\n" + bash(words);
            case "fish" -> fish(words);
            default -> throw new UsageException(
                    "no completion for \"" + shell.required() + "\": use bash, zsh or fish");
        });
        return ExitCode.OK;
    }

    private static String bash(Map<String, List<String>> words) {
        StringBuilder script = new StringBuilder("""
                _jcompose() {
                    local word=${COMP_WORDS[COMP_CWORD]} command= each
                    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                        case $each in
                """);
        script.append("        ").append(String.join("|", words.keySet())).append(") command=$each; break ;;\n");
        script.append("        esac\n    done\n    case $command in\n");
        script.append("    '') COMPREPLY=($(compgen -W '").append(String.join(" ", words.keySet()))
                .append("' -- \"$word\")) ;;\n");
        words.forEach((name, options) -> script.append("    ").append(name).append(") COMPREPLY=($(compgen -W '")
                .append(String.join(" ", options))
                .append("' -- \"$word\") $(compgen -W \"$(jcompose config --services 2>/dev/null)\" -- \"$word\")) ;;\n"));
        return script.append("    esac\n}\ncomplete -F _jcompose jcompose\n").toString();
    }

    private static String fish(Map<String, List<String>> words) {
        StringBuilder script = new StringBuilder();
        words.forEach((name, options) -> {
            script.append("complete -c jcompose -n __fish_use_subcommand -f -a ").append(name).append('\n');
            options.forEach(option -> script.append("complete -c jcompose -n '__fish_seen_subcommand_from ")
                    .append(name).append("' -l ").append(option.substring(2)).append('\n'));
        });
        return script.toString();
    }
}
