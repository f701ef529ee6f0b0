package dev.jcompose.template;

/** What stands between a variable's name and the text that goes with it. */
public enum Operator {
    /** {@code ${NAME}}: the value, or nothing and a warning. */
    NONE(""),
    /** {@code ${NAME-text}}: the text if the variable is not set. */
    DEFAULT_IF_UNSET("-"),
    /** {@code ${NAME:-text}}: the text if the variable is not set or is empty. */
    DEFAULT_IF_EMPTY(":-"),
    /** {@code ${NAME?text}}: an error if the variable is not set. */
    REQUIRED_SET("?"),
    /** {@code ${NAME:?text}}: an error if the variable is not set or is empty. */
    REQUIRED_FILLED(":?"),
    /** {@code ${NAME+text}}: the text if the variable is set, else nothing. */
    ALTERNATIVE_IF_SET("+"),
    /** {@code ${NAME:+text}}: the text if the variable is set and not empty, else nothing. */
    ALTERNATIVE_IF_FILLED(":+");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
        return sign;
    }

    /** Whether an empty value counts as none. */
    boolean wantsFilled() {
        return sign.startsWith(":");
    }

    /** The operator that text has at an index; {@link #NONE} where there is none. */
    static Operator at(String text, int index) {
        Operator longest = NONE;
        for (Operator operator : values()) {
            if (text.startsWith(operator.sign, index) && operator.sign.length() > longest.sign.length()) {
                longest = operator;
            }
        }
        return longest;
    }
}
