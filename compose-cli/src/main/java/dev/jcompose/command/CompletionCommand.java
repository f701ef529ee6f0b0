package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** {@code completion}: a script by which a shell asks {@link CompleteCommand} what may follow. */
public final class CompletionCommand extends Command {
    /** The shells there are scripts for. */
    static final String[] SHELLS = {"bash", "zsh", "fish", "powershell"};
    private static final Map<String, String> SCRIPTS = Map.of("bash", "bash.sh", "zsh", "zsh.sh", "fish", "fish.sh",
            "powershell", "powershell.ps1");

    private final Text shell = syntax.argument("SHELL").among(SHELLS);

    public CompletionCommand() {
        super("completion", "Print a completion script for bash, zsh, fish or powershell");
        syntax.example("source <(jcompose completion bash)");
        syntax.example("jcompose completion zsh > ~/.zsh/functions/_jcompose");
        syntax.example("jcompose completion fish > ~/.config/fish/completions/jcompose.fish");
        syntax.example("jcompose completion powershell | Out-String | Invoke-Expression");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        String script = SCRIPTS.get(shell.required());
        if (script == null) {
            throw new UsageException("no completion for \"" + shell.required() + "\": use "
                    + String.join(", ", SHELLS));
        }
        try (InputStream file = Objects
                .requireNonNull(CompletionCommand.class.getResourceAsStream("completion/" + script))) {
            session.out().print(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK;
    }
}
