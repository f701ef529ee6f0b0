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

    private final String text;
    private final int end;
    private final int depth;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

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
                add(new Part.Variable(at, text.substring(at + 1, nameEnd), Operator.NONE, new Template(List.of())));
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
            at = start + 2;
            return;
        }
        if (depth == MAX_DEPTH) {
            add(new Part.Invalid(start, "variables are nested more than " + MAX_DEPTH + " levels deep", ""));
            at = end;
            return;
        }
        String name = text.substring(start + 2, nameEnd);
        add(new Part.Variable(start, name, operator,
                operator == Operator.NONE
                        ? new Template(List.of())
                        : new TemplateParser(text, argument, close, depth + 1).parse()));
        at = close + 1;
    }

    /** The brace that ends the variable whose {@code $} is at {@code start}; -1 if its line has none. */
    private int closingBrace(int start, int argument) {
        int last = -1;
        for (int i = argument; i < end && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '}') {
                last = i;
            }
        }
        int open = 0;
        for (int i = start; i <= last; i++) {
            if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
            if (text.charAt(i) == '{') {
                open++;
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
