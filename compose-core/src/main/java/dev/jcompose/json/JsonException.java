package dev.jcompose.json;

/** The text is not JSON (RFC 8259). The message tells what was expected and at which character, counted from 0. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonException(String expected, int at) {
        super("not JSON: " + expected + " at character " + at);
    }
}
