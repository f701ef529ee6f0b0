package dev.jcompose.command;

import dev.jcompose.option.Flag;
import dev.jcompose.option.HelpText;
import dev.jcompose.option.Syntax;

/** A command: what may be said after its name, and what it does. An instance runs once. */
public abstract class Command {
    /** The words of this command; subclasses declare theirs as they initialise their fields. */
    protected final Syntax syntax;

    private final Flag dryRun;

    protected Command(String name, String summary) {
        this.syntax = new Syntax(name, summary);
        this.dryRun = syntax.flag("--dry-run", "Show what would be done and do nothing");
    }

    /** The words of this command. */
    public final Syntax syntax() {
        return syntax;
    }

    /** How it is used, as {@code --help} shows it. */
    public String help() {
        return HelpText.of(syntax);
    }

    /** Whether {@code --dry-run} follows the command's name. */
    public final boolean isDryRun() {
        return dryRun.on();
    }

    /** Whether its words ask to take warnings about the files for errors. */
    public boolean isStrict() {
        return false;
    }

    /**
     * Does it.
     *
     * @return the exit code
     * @throws dev.jcompose.source.ComposeException
     *             if it cannot, with the reason
     */
    public abstract int run(Session session) throws InterruptedException;
}
