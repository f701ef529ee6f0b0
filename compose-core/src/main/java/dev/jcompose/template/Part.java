package dev.jcompose.template;

/** A piece of a template. */
public sealed interface Part {

    /** Goes through as it is; {@code $$} is text already, a single {@code $}. */
    record Text(String text) implements Part {}

    /**
     * A variable.
     *
     * @param offset
     *            where its {@code $} stands, in chars from the start of the outermost template
     * @param argument
     *            what follows the operator; empty for {@link Operator#NONE}
     */
    record Variable(int offset, String name, Operator operator, Template argument) implements Part {}

    /**
     * A dollar and an opening brace that begin no variable.
     *
     * @param offset
     *            where its {@code $} stands
     * @param message
     *            what is wrong
     * @param hint
     *            what to do about it
     */
    record Invalid(int offset, String message, String hint) implements Part {}
}
