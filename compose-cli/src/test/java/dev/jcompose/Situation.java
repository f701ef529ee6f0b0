package dev.jcompose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line that two programs are to answer alike.
 *
 * @param words
 *            without the program's name
 * @param difference
 *            why its output is not compared; empty if it is
 * @param answersElsewise
 *            whether not even the exit code is compared
 */
record Situation(List<String> words, String difference, boolean answersElsewise) {
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^' ])+");
    private static final String DIFFERS = " ~ ";

    Situation { words = List.copyOf(words); }

    /** The lines of a file; those that begin with {@code #} are comments. */
    static List<Situation> read(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(Situation.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Situation::parse).toList();
        }
    }

    private static Situation parse(String line) {
        int tilde = line.indexOf(DIFFERS);
        String command = tilde < 0 ? line : line.substring(0, tilde);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group().replace("'", ""));
        }
        String reason = tilde < 0 ? "" : line.substring(tilde + DIFFERS.length());
        return new Situation(words, reason, reason.startsWith("!"));
    }

    /** As it is written on a command line. */
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
