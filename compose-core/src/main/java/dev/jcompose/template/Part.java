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
     * @param end
     *            just after it, in chars from the start of the outermost template
     * @param argument
     *            what follows the operator; empty for {@link Operator#NONE}
     */
    record Variable(int offset, int end, String name, Operator operator, Template argument) implements Part {
        /** The argument as it is written in the text of the outermost template. */
        public String argumentIn(String text) {
            return operator == Operator.NONE
                    ? ""
                    : text.substring(offset + "${".length() + name.length() + operator.sign().length(), end - 1);
        }
    }

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
