package dev.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * One message of a pull, push or build.
 *
 * @param id
 *            the layer or reference that it is about; empty where it is about the whole
 * @param status
 *            what is being done: {@code Downloading}; empty for output of a build
 * @param current
 *            bytes done; null where not told
 * @param total
 *            bytes in all; null where not told
 * @param output
 *            text of a build, line ends included; empty for anything else
 * @param imageId
 *            the image that a build has made, in the message that says so
 */
public record ImageProgress(String id, String status, @Nullable Long current, @Nullable Long total, String output,
        @Nullable String imageId) {}
