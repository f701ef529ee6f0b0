package dev.jcompose.execute;

import java.nio.file.Path;

/**
 * What a project's lock file said at a moment when nobody had the turn ({@link ProjectTurn#glimpse}).
 *
 * @param file
 *            the lock file
 * @param text
 *            what it said
 */
public record Glimpse(Path file, String text) {}
