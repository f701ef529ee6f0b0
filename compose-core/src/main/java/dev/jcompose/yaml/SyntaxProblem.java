package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import org.jspecify.annotations.Nullable;

/** Says what the scanner stumbled over in words for somebody who knows indentation, not grammars. */
final class SyntaxProblem {
    /** How the parser begins to say that a backslash stands before a character that is no escape. */
    static final String UNKNOWN_ESCAPE = "found unknown escape character";

    private SyntaxProblem() {
    }

    /**
     * The problem at a place, from the reader's own description of what it was in and what it met.
     *
     * @param opening
     *            where that began
     */
    static Problem of(Position position, Position opening, @Nullable String context, @Nullable String problem) {
        String was = context == null ? "" : context;
        String met = problem == null ? "" : problem;
        if (met.contains("mapping values are not allowed")) {
            return error(position, "a ':' cannot stand here",
                    "put the value in quotes if it contains ': ', or check the indentation");
        }
        if (met.contains("cannot start any token")) {
            return error(position, met.contains("\\t") || met.contains("TAB")
                    ? "a tab cannot be used to indent"
                    : "a value cannot begin with this character", "indent with spaces; put such a value in quotes");
        }
        if (was.contains("block mapping") || was.contains("simple key")) {
            return error(position, "expected a key followed by ':'", "check the indentation of this line");
        }
        if (was.contains("block collection")) {
            return error(position, "expected another '-' item", "check the indentation of this line");
        }
        if (was.contains("flow mapping")) {
            return unclosed(position, opening, met, '{', '}');
        }
        if (was.contains("flow sequence")) {
            return unclosed(position, opening, met, '[', ']');
        }
        if (met.startsWith(UNKNOWN_ESCAPE)) {
            return error(position,
                    "'\\" + met.substring(UNKNOWN_ESCAPE.length()).replaceFirst("\\(\\d+\\)$", "").strip()
                            + "' is no escape",
                    "write a backslash as '\\\\', or use single quotes");
        }
        if (was.contains("quoted scalar")) {
            return met.contains("end of stream")
                    ? error(opening, "the quote is not closed", "add a closing quote")
                    : error(position, "not valid in quotes: " + met, "in double quotes write a backslash as '\\\\'");
        }
        if (was.contains("block scalar")) {
            return error(position, "bad header or indentation of a block of text",
                    "after '|' or '>' only '+', '-' and one digit may follow");
        }
        if (was.contains("anchor") || was.contains("alias")) {
            return error(position, "bad name of an anchor or alias", "use letters, digits, '-' and '_'");
        }
        if (was.contains("directive") || met.contains("directive") || met.contains("document start")) {
            return error(position, "expected a new document", "start it with a line of '---'");
        }
        return error(position, "cannot be read as YAML" + (met.isEmpty() ? "" : ": " + met), "");
    }

    private static Problem unclosed(Position position, Position opening, String met, char open, char close) {
        return met.contains("stream end")
                ? error(opening, "the '" + open + "' is not closed", "add a '" + close + "'")
                : error(position, "expected ',' or '" + close + "'",
                        "the '" + open + "' at line " + opening.line() + " is not closed before this");
    }

    private static Problem error(Position position, String message, String hint) {
        return Problem.error(position, YamlPath.ROOT, message, hint);
    }
}
