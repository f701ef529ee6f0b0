package dev.jcompose.load;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.time.Duration;

/**
 * How much one load may read, hold and write, so that files that repeat each other, or themselves, end in a message
 * and not in the end of all memory. Each method throws {@link InvalidProjectException} when there is nothing left.
 */
final class Allowance {
    private static final int MOST_BYTES = 24 << 20;
    private static final int MOST_VALUES = 1_000_000;
    private static final int MOST_TEXT = 64 << 20;
    private static final int MOST_VARIABLES = 300_000;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private long bytes;
    private long values;
    private long text;
    private long variables;
    private long waited;

    /** A file of this length was read. */
    void read(int length, Position position) {
        bytes += length;
        if (bytes > MOST_BYTES) {
            throw tooMuch(position, "the files of the project are longer than " + (MOST_BYTES >> 20) + " MiB together",
                    "");
        }
    }

    /** A tree was put together, and the stages after will walk it. */
    void hold(Node tree, Position position) {
        values += size(tree, MOST_VALUES - values + 1);
        if (values > MOST_VALUES) {
            throw tooMuch(position, "the files merge, extend and include each other to more than " + MOST_VALUES
                    + " values", "use fewer or smaller files");
        }
    }

    /** Variables were put in, with a text of this length as the result. */
    void write(long length, Position position) {
        text += length;
        if (text > MOST_TEXT) {
            throw tooMuch(position, "the variables of the project expand to more than " + (MOST_TEXT >> 20)
                    + " Mi characters", "use fewer or shorter variables");
        }
    }

    /** A file of a service was read, with which it has so many variables or labels from files, some of them new. */
    void supply(int all, int fresh, Position position) {
        variables += fresh + all / 4;
        if (variables > MOST_VARIABLES) {
            throw tooMuch(position, "the env files and label files of services set more than " + MOST_VARIABLES
                    + " values", "use fewer or smaller files");
        }
    }

    /** So many nanoseconds went by until it was known that a file cannot be read, as with a pipe that is silent. */
    void await(long nanos) {
        waited += nanos;
    }

    /** Whether more of such files should not be waited for. */
    boolean isPatienceAtAnEnd() {
        return waited > PATIENCE.toNanos();
    }

    /** How many values a tree has, parts that are shared counted each time; stops counting at the limit. */
    private static long size(Node node, long limit) {
        long size = 1;
        switch (node) {
            case Scalar scalar -> {
                // one
            }
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    if (size > limit) {
                        break;
                    }
                    size += size(item, limit - size);
                }
            }
            case Mapping mapping -> {
                for (Mapping.Entry entry : mapping.entries().values()) {
                    if (size > limit) {
                        break;
                    }
                    size += size(entry.value(), limit - size);
                }
            }
        }
        return size;
    }

    private static InvalidProjectException tooMuch(Position position, String message, String hint) {
        return new InvalidProjectException(Problem.error(position, YamlPath.ROOT, message, hint));
    }
}
