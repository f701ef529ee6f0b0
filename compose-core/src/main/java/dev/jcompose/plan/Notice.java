package dev.jcompose.plan;

/**
 * Something that the user should know and that stops nothing.
 *
 * @param text
 *            a complete sentence or phrase, without "warning:"
 */
public record Notice(String text) {}
