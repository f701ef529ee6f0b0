package dev.jcompose.logs;

import dev.jcompose.engine.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that a container wrote.
 *
 * @param container
 *            its name
 * @param service
 *            its service
 * @param channel
 *            where it wrote to; always standard output where it has a terminal
 * @param time
 *            when the engine received it; null where that is not known
 * @param text
 *            without the line's end
 */
public record LogLine(String container, String service, Frame.Channel channel, @Nullable Instant time, String text) {}
