package dev.jcompose.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The three standard streams and what is known of them. Streams are UTF-8 and buffered: whoever writes what a person
 * waits for flushes. Writing to a closed pipe or a full disk raises nothing; {@link PrintStream#checkError} tells.
 */
public interface Terminal {
    /** Which stream. */
    enum Stream {
        /** Standard input. */
        IN("0"),
        /** Standard output: results. */
        OUT("1"),
        /** Standard error: progress and problems. */
        ERR("2");

        private final String number;

        Stream(String number) {
            this.number = number;
        }

        /** The number of its file descriptor. */
        public String number() {
            return number;
        }
    }

    /** What the user types or pipes in. */
    InputStream in();

    /** For results. */
    PrintStream out();

    /** For progress and problems. */
    PrintStream err();

    /** Whether a person is at the other end of this stream. */
    boolean isTerminal(Stream stream);

    /** Columns; 80 where there is no terminal. Asked anew on each call, since windows change. */
    int width();

    /** Lines; 24 where there is no terminal. */
    int height();

    /** Takes each key as it is pressed, without echo, until the result is closed; nothing where input is no terminal. */
    RawMode raw();

    /**
     * Takes each key as it is pressed, without echo, until the result is closed, but leaves to the terminal the keys that
     * send signals and the ends of lines; nothing where input is no terminal.
     */
    RawMode keys();

    /** While open, the terminal passes on every key. Closing puts back what was before. */
    interface RawMode extends AutoCloseable {
        @Override
        void close();
    }
}
