package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.Version;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;

/** {@code version}. */
public final class VersionCommand extends Command {
    private final Text format = syntax.text("-f, --format", "string",
            "pretty or json (default pretty)").among("pretty", "json");
    private final Flag shortly = syntax.flag("--short", "Print the number only");

    public VersionCommand() {
        super("version", "Show the version");
        syntax.example("jcompose version --short");
    }

    @Override
    public int run(Session session) {
        session.out().println(text());
        return ExitCode.OK;
    }

    private String text() {
        if (shortly.on()) {
            return Version.NUMBER;
        }
        return format.or("").equals("json")
                ? "{\"version\":\"v" + Version.NUMBER + "\"}"
                : "jcompose version v" + Version.NUMBER;
    }
}
