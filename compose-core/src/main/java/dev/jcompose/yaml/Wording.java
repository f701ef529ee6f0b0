package dev.jcompose.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * The text of a file as the parser is given it, where Go's reader takes something that the parser does not. Go's knows
 * a few more escapes in double quotes: such a one is replaced by the character that it stands for and a filler, so that
 * all that follows keeps its place; the filler is taken out of what the parser reads.
 *
 * @param filled
 *            whether there are fillers in it
 * @param openEnd
 *            the index, in code points, of the end of a text whose last line has no line break; -1 if it has one
 */
record Wording(String text, boolean filled, int openEnd) {
    private static final char FILLER = '\uFDD0';
    private static final char NEXT_LINE = '\u0085';
    private static final String ESCAPES = "'LP";
    private static final String MEANINGS = "'\u2028\u2029";
    private static final long MOST_WORK = 8 << 20;

    /** A text as it stands in a file. The line break of mainframes counts as one, as Go's reader has it. */
    static Wording of(String written) {
        String text = written.replace(NEXT_LINE, '\n');
        boolean ends = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        return new Wording(text, false, ends ? -1 : text.codePointCount(0, text.length()));
    }

    /**
     * The same with the escapes replaced that the parser stumbled over; null if it was something else, or if this was
     * done too often.
     *
     * @param times
     *            how often it was done
     */
    @Nullable
    Wording without(MarkedYamlEngineException stumbled, int times) {
        String problem = String.valueOf(stumbled.getProblem());
        if (!problem.startsWith(SyntaxProblem.UNKNOWN_ESCAPE) || stumbled.getContextMark().isEmpty()
                || (!filled && text.indexOf(FILLER) >= 0) || (long) times * text.length() > MOST_WORK) {
            return null;
        }
        int opening = text.offsetByCodePoints(0, stumbled.getContextMark().get().getIndex());
        StringBuilder mended = new StringBuilder(text);
        boolean any = false;
        for (int i = opening + 1; i + 1 < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\') {
                int escape = ESCAPES.indexOf(text.charAt(i + 1));
                if (escape >= 0) {
                    mended.setCharAt(i, MEANINGS.charAt(escape));
                    mended.setCharAt(i + 1, FILLER);
                    any = true;
                }
                i++;
            }
        }
        return any ? new Wording(mended.toString(), true, openEnd) : null;
    }

    /** What a scalar says: a block of text at the open end of a file ends as openly. */
    String of(ScalarEvent event) {
        String value = event.getValue();
        if (filled && value.indexOf(FILLER) >= 0) {
            value = value.replace(String.valueOf(FILLER), "");
        }
        boolean open = openEnd >= 0 && (event.isLiteral() || event.isFolded()) && value.endsWith("\n")
                && event.getEndMark().orElseThrow().getIndex() == openEnd;
        return open ? value.substring(0, value.length() - 1) : value;
    }
}
