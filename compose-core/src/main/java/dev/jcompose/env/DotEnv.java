package dev.jcompose.env;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.template.Expansion;
import dev.jcompose.template.Template;
import dev.jcompose.template.Variables;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .env} files: {@code KEY=value}, {@code KEY: value}, {@code export KEY=value}, a bare {@code KEY} to
 * pass on, quotes, escapes, comments, and variables in unquoted and double-quoted values.
 */
public final class DotEnv {
    private static final int MOST_VARIABLES = 200_000;

    private final String file;
    private final String text;
    private final Variables known;
    private final Problems problems;
    private final Map<String, Variables.Value> found;
    private int at;
    private int line = 1;
    private int lineStart;
    private long grown;
    private int warnings;
    private List<Expansion.Use> uses = List.of();

    private DotEnv(String file, String text, Variables known, Map<String, Variables.Value> found, Problems problems) {
        this.file = file;
        this.text = text;
        this.known = known;
        this.found = found;
        this.problems = problems;
    }

    /**
     * Reads one file.
     *
     * @param file
     *            its name, for positions and sources ({@code .env:3})
     * @param content
     *            UTF-8; what is not is replaced
     * @param known
     *            variables that win over those of the file wherever a value refers to them
     * @param earlier
     *            what files before this one set; values may refer to it, and the result contains it
     * @param problems
     *            takes what is wrong; the result is of use only if nothing was
     * @throws InvalidProjectException
     *             if values refer to each other so that they grow without measure
     * @return what is set, each with the file and line that set it
     */
    public static Environment read(String file, byte[] content, Variables known, Environment earlier,
            Problems problems) {
        String text = new String(content, StandardCharsets.UTF_8);
        Map<String, Variables.Value> found = new LinkedHashMap<>();
        for (String name : earlier.names()) {
            Variables.Value value = earlier.find(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        new DotEnv(file, text.startsWith("\uFEFF") ? text.substring(1) : text, known, found, problems).statements();
        return Environment.of(found);
    }

    private void statements() {
        while (toStatement()) {
            skipExport();
            int start = at;
            if (start == text.length()) {
                error(start, "there is no variable after 'export'", "write export NAME=value");
                return;
            }
            int separator = keyEnd();
            if (separator == -2) {
                return;
            }
            String key = separator < 0 ? "" : text.substring(start, separator).stripTrailing();
            if (key.indexOf(' ') >= 0) {
                error(start, "a variable's name cannot contain a space", "write NAME=value");
                return;
            }
            boolean bare = separator >= 0 && text.charAt(separator) == '\n';
            at = separator < 0 ? start : separator + 1;
            skipBlanks();
            if (bare) {
                Variables.Value inherited = known.find(key);
                if (inherited != null) {
                    found.put(key, inherited);
                }
            } else {
                Position position = position(start);
                uses = List.of();
                String value = value();
                if (value == null) {
                    return;
                }
                found.put(key, new Variables.Value(value, file + ":" + position.line(), uses));
                if (found.size() > MOST_VARIABLES) {
                    error(start, "more than " + MOST_VARIABLES + " variables", "");
                    return;
                }
            }
        }
    }

    /** Moves to the next thing that is neither white space nor comment; false at the end of the text. */
    private boolean toStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipExport() {
        int after = at + "export".length();
        if (text.startsWith("export", at) && after < text.length() && Character.isWhitespace(text.charAt(after))) {
            at = after;
            skipBlanks();
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** The index of what ends the key; -1 if nothing does, -2 if it holds what a key cannot. */
    private int keyEnd() {
        int i = at;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == '=' || c == ':' || c == '\n') {
                return i;
            }
            if (!isBlank(c) && "_.-[]".indexOf(c) < 0 && !isLetterOrNumber(c)) {
                error(i, shown(c) + " cannot be part of a variable's name",
                        "write NAME=value; names have letters, digits, '_', '.' and '-'");
                return -2;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    private static String shown(int c) {
        return Character.isISOControl(c) ? "the character U+%04X".formatted(c) : "'" + Character.toString(c) + "'";
    }

    private @Nullable String value() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            return quoted(quote);
        }
        int start = at;
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd + 1;
        String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
        int comment = line.indexOf(" #");
        return expand(start, (comment < 0 ? line : line.substring(0, comment)).stripTrailing());
    }

    private @Nullable String quoted(char quote) {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length();
            if (escaped && text.charAt(i + 1) == quote) {
                value.append(quote);
                i++;
            } else if (escaped) {
                value.append(c).append(text.charAt(i + 1));
                i++;
            } else if (c == quote) {
                at = i + 1;
                return quote == '"' ? expand(start, Escapes.resolve(value.toString())) : value.toString();
            } else {
                value.append(c);
            }
        }
        error(start, "the quote is not closed", "add a closing " + quote);
        return null;
    }

    private String expand(int start, String value) {
        if (value.indexOf('$') < 0) {
            uses = List.of();
            return value;
        }
        Expansion expansion = Template.expand(value, name -> {
            Variables.Value first = known.find(name);
            return first != null ? first : found.get(name);
        });
        expansion.faults().forEach(fault -> error(start, fault.message(), fault.hint()));
        uses = expansion.uses().isEmpty() ? List.of() : expansion.uses().stream().distinct().toList();
        grown += expansion.text().length();
        if (grown > Template.MAX_LENGTH) {
            throw new InvalidProjectException(Problem.error(position(start), YamlPath.ROOT,
                    "the values of this file grow longer than " + (Template.MAX_LENGTH >> 20) + " Mi characters",
                    "use fewer or shorter variables"));
        }
        for (Expansion.Use use : uses) {
            if (use.missing() && ++warnings <= Problems.MOST_ERRORS) {
                problems.add(Problem.warning(position(start), YamlPath.ROOT,
                        "the variable " + use.name() + " is not set and counts as empty",
                        "set it, write ${" + use.name() + ":-}, or '$$' for a plain '$'"));
            }
        }
        return expansion.text();
    }

    private void error(int offset, String message, String hint) {
        problems.add(Problem.error(position(offset), YamlPath.ROOT, message, hint));
    }

    private Position position(int offset) {
        if (offset < lineStart) {
            line = 1;
            lineStart = 0;
        }
        for (int i = text.indexOf('\n', lineStart); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new Position(file, line, text.codePointCount(lineStart, offset) + 1);
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == 0x0B || c == '\f' || c == '\r' || c == ' ' || c == 0x85 || c == 0xA0;
    }

    private static boolean isLetterOrNumber(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
