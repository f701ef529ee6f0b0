package dev.jcompose.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A question that is answered with y or n. */
final class Confirmation {
    private Confirmation() {
    }

    /** Asks; anything but a yes, and the end of the input, is a no. */
    static boolean ask(Session session, String question) {
        session.out().print(question + " [yN] ");
        session.out().flush();
        String answer = line(session.terminal().in()).strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** Byte by byte, so that nothing is taken from what reads the input next. */
    private static String line(InputStream in) {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
        } catch (IOException unreadable) {
            return "";
        }
        return line.toString();
    }
}
