package dev.jcompose.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param value
 *            null, or a {@link String}, {@link Boolean}, {@link Long}, {@link java.math.BigInteger} (where a long is
 *            too small), {@link Double} or, before the load has dealt with it, {@link java.time.OffsetDateTime}: the
 *            text as Go's YAML reader understands it
 * @param text
 *            what was written, without quotes and with escapes resolved
 * @param plain
 *            whether it was written without quotes on a single line, so that its characters stand in the file as they do
 *            in the text
 */
public record Scalar(@Nullable Object value, String text, boolean plain, Origin origin, MergeTag mergeTag)
        implements
            Node {

    /** A string that did not come from quoting anything in particular. */
    public static Scalar string(String text, Origin origin) {
        return new Scalar(text, text, false, origin, MergeTag.NONE);
    }

    /** Any value that {@link #value()} allows. */
    public static Scalar of(@Nullable Object value, Origin origin) {
        return new Scalar(value, String.valueOf(value), false, origin, MergeTag.NONE);
    }

    /** Whether this is YAML's null. */
    public boolean isNull() {
        return value == null;
    }

    /** Whether the value is text, not a number, boolean or null. */
    public boolean isString() {
        return value instanceof String;
    }

    @Override
    public Scalar withOrigin(Origin other) {
        return new Scalar(value, text, plain, other, mergeTag);
    }

    @Override
    public Scalar withMergeTag(MergeTag tag) {
        return new Scalar(value, text, plain, origin, tag);
    }
}
