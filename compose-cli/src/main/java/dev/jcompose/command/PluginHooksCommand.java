package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.Texts;

/** {@code docker-cli-plugin-hooks}: docker asks for hints to print after its commands; there are none. */
public final class PluginHooksCommand extends Command {
    private final Texts ignored = syntax.arguments("JSON");

    public PluginHooksCommand() {
        super("docker-cli-plugin-hooks", "Give docker hints to print");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (ignored.values().isEmpty()) {
            session.out().println("{}");
        }
        return ExitCode.OK;
    }
}
