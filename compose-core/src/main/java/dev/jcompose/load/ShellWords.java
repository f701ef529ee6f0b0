package dev.jcompose.load;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A command line into words: quotes and backslashes as in a shell, {@code $(…)} and backticks kept as one word, and
 * the line ends at the first of {@code ; & | < >} outside of quotes, as it does for other Compose implementations.
 */
final class ShellWords {
    private enum Quote {
        SINGLE, DOUBLE, BACKTICK, PARENTHESIS
    }

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final Set<Quote> open = EnumSet.noneOf(Quote.class);
    private boolean started;

    private ShellWords(String line) {
        this.line = line;
    }

    static List<String> split(String line) throws FormException {
        return new ShellWords(line).read();
    }

    private List<String> read() throws FormException {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && !open.contains(Quote.SINGLE)) {
                escaped(++i);
            } else if (" \t\r\n".indexOf(c) >= 0 && open.isEmpty()) {
                endWord();
            } else if (";&|<>".indexOf(c) >= 0 && open.isEmpty()) {
                dropDescriptor(c);
                break;
            } else if (!isQuote(c)) {
                put(c);
            }
        }
        if (!open.isEmpty()) {
            throw new FormException("unclosed quote or parenthesis in '" + line + "'");
        }
        endWord();
        return words;
    }

    private void escaped(int i) throws FormException {
        if (i >= line.length()) {
            throw new FormException("nothing after the last backslash in '" + line + "'");
        }
        put(line.charAt(i));
    }

    /** Whether the character only opens or closes a quote, and is not part of the word. */
    private boolean isQuote(char c) throws FormException {
        return switch (c) {
            case '\'' -> toggle(Quote.SINGLE, Quote.DOUBLE, Quote.PARENTHESIS);
            case '"' -> toggle(Quote.DOUBLE, Quote.SINGLE, Quote.PARENTHESIS);
            case '`', '(', ')' -> {
                substitution(c);
                yield false;
            }
            default -> false;
        };
    }

    private boolean toggle(Quote which, Quote unless, Quote orUnless) {
        if (open.contains(unless) || open.contains(orUnless)) {
            return false;
        }
        if (open.remove(which)) {
            started = true;
        } else {
            open.add(which);
        }
        return true;
    }

    /** Substitutions are not run, but what is in them is one word. */
    private void substitution(char c) throws FormException {
        if (open.contains(Quote.SINGLE) || open.contains(Quote.DOUBLE)) {
            return;
        }
        Quote which = c == '`' ? Quote.BACKTICK : Quote.PARENTHESIS;
        if (open.contains(c == '`' ? Quote.PARENTHESIS : Quote.BACKTICK)) {
            return;
        }
        if (c == '(' && (open.contains(which) || !word.toString().endsWith("$"))) {
            throw new FormException("parenthesis outside of quotes in '" + line + "'");
        }
        if (!open.remove(which)) {
            open.add(which);
        }
    }

    /** The 2 of {@code 2>} is no word. */
    private void dropDescriptor(char c) {
        if (c == '>' && !word.isEmpty() && Character.isDigit(word.charAt(0))) {
            started = false;
        }
    }

    private void put(char c) {
        word.append(c);
        started = true;
    }

    private void endWord() {
        if (started) {
            words.add(word.toString());
        }
        word.setLength(0);
        started = false;
    }
}
