package dev.jcompose.project;

/**
 * A command that has ended.
 *
 * @param exitCode
 *            128 + signal where it was killed
 * @param out
 *            what it wrote to its standard output, read as UTF-8
 * @param err
 *            what it wrote to its standard error, likewise
 */
public record Completed(int exitCode, String out, String err) {}
