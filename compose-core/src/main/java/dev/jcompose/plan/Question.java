package dev.jcompose.plan;

/**
 * What must be known before something of the user's is destroyed. Unanswered it counts as a no.
 *
 * @param volume
 *            the volume's name in the engine
 * @param text
 *            the question as a person should read it
 */
public record Question(String volume, String text) {}
