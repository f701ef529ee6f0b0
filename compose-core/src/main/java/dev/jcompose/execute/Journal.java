package dev.jcompose.execute;

import java.util.Arrays;
import java.util.List;

/**
 * Notes what has been asked of the engine and is not answered yet, where the next command finds it: an engine goes on
 * with the last calls of a command that was killed, and what comes of them shows only when it is done. Safe for several
 * threads.
 */
public interface Journal {
    /** Notes nothing. */
    Journal NONE = new Journal() {
        @Override
        public void asked(Request request) {
            // Whoever comes next is not told.
        }

        @Override
        public void answered(Request request) {
            // As little as of the question.
        }
    };

    /** To be called before the engine is asked. */
    void asked(Request request);

    /** To be called when it has answered, whatever it said; not where no answer came. */
    void answered(Request request);

    /**
     * Something that the engine makes or removes.
     *
     * @param name
     *            or id, of what there is to remove
     * @param detail
     *            the image of a container to create; whether the anonymous volumes of one to remove go with it; how many
     *            seconds one to stop is given, if not its own grace period; else empty
     */
    record Request(Kind kind, String name, String detail) {
        private static final String SEPARATOR = "\t";

        /** In one line. */
        String text() {
            return String.join(SEPARATOR, kind.name(), name, detail);
        }

        /** What {@link #text()} gave; nothing of any other text. */
        static List<Request> parse(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            return parts.length != 3
                    ? List.of()
                    : Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(parts[0]))
                            .map(kind -> new Request(kind, parts[1], parts[2])).toList();
        }
    }

    /** What is asked for. */
    enum Kind {
        /** {@code POST /containers/create}. */
        CREATE_CONTAINER,
        /** {@code POST /containers/…/stop}. */
        STOP_CONTAINER,
        /** {@code DELETE /containers/…}. */
        REMOVE_CONTAINER,
        /** {@code POST /networks/create}. */
        CREATE_NETWORK,
        /** {@code DELETE /networks/…}. */
        REMOVE_NETWORK
    }
}
