package dev.jcompose.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one stretch of text. Compose finds a variable with an expression that takes all up to the last closing brace
 * of the line, then the matching brace within that; so a variable cannot span lines, and a brace in its text needs
 * its partner.
 */
final class TemplateParser {
    private static final int MAX_DEPTH = 100;
    /** After so many the rest is not looked at: each may have taken the search for a brace through the whole line. */
    private static final int MOST_INVALID = 10;

    private final String text;
    private final int end;
    private final int depth;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;
    private int invalid;

    TemplateParser(String text, int start, int end, int depth) {
        this.depth = depth;
        this.text = text;
        this.at = start;
        this.end = end;
    }

    Template parse() {
        while (at < end) {
            char c = text.charAt(at);
            char next = at + 1 < end ? text.charAt(at + 1) : ' ';
            if (c != '$') {
                literal.append(c);
                at++;
            } else if (next == '$') {
                literal.append('$');
                at += 2;
            } else if (next == '{') {
                braced();
            } else if (isNameStart(next)) {
                int nameEnd = nameEnd(at + 1);
                add(new Part.Variable(at, nameEnd, text.substring(at + 1, nameEnd), Operator.NONE,
                        new Template(List.of())));
                at = nameEnd;
            } else {
                literal.append(c);
                at++;
            }
        }
        flush();
        return new Template(parts);
    }

    private void braced() {
        int start = at;
        int nameEnd = start + 2 < end && isNameStart(text.charAt(start + 2)) ? nameEnd(start + 2) : start + 2;
        Operator operator = nameEnd < end ? Operator.at(text, nameEnd) : Operator.NONE;
        int argument = nameEnd + operator.sign().length();
        int close = operator == Operator.NONE ? nameEnd : closingBrace(start, argument);
        if (nameEnd == start + 2 || close < 0 || close >= end || text.charAt(close) != '}') {
            add(new Part.Invalid(start, "'${' begins no variable", "write ${NAME}, or '$$' for a plain '$'"));
            at = ++invalid < MOST_INVALID ? start + 2 : end;
            return;
        }
        if (depth == MAX_DEPTH) {
            add(new Part.Invalid(start, "variables are nested more than " + MAX_DEPTH + " levels deep", ""));
            at = end;
            return;
        }
        String name = text.substring(start + 2, nameEnd);
        add(new Part.Variable(start, close + 1, name, operator,
                operator == Operator.NONE
                        ? new Template(List.of())
                        : new TemplateParser(text, argument, close, depth + 1).parse()));
        at = close + 1;
    }

    /**
     * The brace that ends the variable whose {@code $} is at {@code start}: its partner, else the last of the line; -1
     * if its line has none. Looks no further than it must, since lines may be long and hold many variables.
     */
    private int closingBrace(int start, int argument) {
        int open = 0;
        int last = -1;
        for (int i = start; i < end && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                last = i >= argument ? i : last;
                if (--open == 0) {
                    return i;
                }
            } else if (c == '{') {
                open++;
                char next = i + 1 < end ? text.charAt(i + 1) : '\n';
                if (next == '\n') {
                    return last;
                }
                last = next == '}' && i + 1 >= argument ? i + 1 : last;
                i++;
            }
        }
        return last;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < end && (isNameStart(text.charAt(i)) || (text.charAt(i) >= '0' && text.charAt(i) <= '9'))) {
            i++;
        }
        return i;
    }

    private static boolean isNameStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void add(Part part) {
        flush();
        parts.add(part);
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Text(literal.toString()));
            literal.setLength(0);
        }
    }
}
