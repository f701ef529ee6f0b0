package dev.jcompose.schema;

import java.util.List;

/**
 * One thing that a document says and the schema forbids. Immutable.
 *
 * @param pointer
 *            the way from the root of the document to what is wrong: keys ({@link String}) and 0-based indexes
 *            ({@link Integer}), outermost first; with {@code atKey} its last part is the key itself
 * @param atKey
 *            whether the key is wrong (an unknown attribute, an invalid name) rather than the value it leads to
 * @param keyword
 *            the keyword of JSON Schema that failed, such as {@code additionalProperties}, {@code type} or
 *            {@code enum}
 * @param message
 *            what is wrong, in words for people, without the place and without an ending dot
 * @param hint
 *            what to do about it; empty where there is nothing to add
 * @param incomplete
 *            whether only something is missing (a required attribute, or a value where a key stands alone), which
 *            another file of the project or an extended service may supply
 */
public record Violation(List<Object> pointer, boolean atKey, String keyword, String message, String hint,
        boolean incomplete) {
    public Violation { pointer = List.copyOf(pointer); }

    /** {@code services.web.ports[0]: message; hint}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object part : pointer) {
            if (part instanceof Integer) {
                text.append('[').append(part).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(part);
            }
        }
        text.append(text.isEmpty() ? "" : ": ").append(message);
        return hint.isEmpty() ? text.toString() : text.append("; ").append(hint).toString();
    }
}
