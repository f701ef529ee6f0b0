package dev.jcompose.command;

import dev.jcompose.option.Syntax;

/** A command: what may be said after its name, and what it does. An instance runs once. */
public abstract class Command {
    /** The words of this command; subclasses declare theirs as they initialise their fields. */
    protected final Syntax syntax;

    protected Command(String name, String summary) {
        this.syntax = new Syntax(name, summary);
    }

    /** The words of this command. */
    public final Syntax syntax() {
        return syntax;
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
