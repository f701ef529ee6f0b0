package dev.jcompose.run;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a process's input comes from and its output goes.
 *
 * @param in
 *            read to its end, which the process is told of; null for no input
 * @param out
 *            everything, where the process has a terminal
 * @param err
 *            what it writes to its standard error otherwise
 */
public record Streams(@Nullable InputStream in, OutputStream out, OutputStream err) {}
