package dev.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * Which streams of a container to attach to.
 *
 * @param logs
 *            whether what was written before comes first
 * @param detachKeys
 *            for example {@code ctrl-p,ctrl-q}; null for the engine's own
 */
public record AttachOptions(boolean stdin, boolean stdout, boolean stderr, boolean logs, @Nullable String detachKeys) {
    /** Both outputs from now on, no input. */
    public static final AttachOptions OUTPUT = new AttachOptions(false, true, true, false, null);

    /** All three streams from now on. */
    public static final AttachOptions ALL = new AttachOptions(true, true, true, false, null);
}
