package dev.jcompose.yaml;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML the way Compose files are read: plain scalars mean what Go's reader takes them for, {@code <<} merges
 * mappings, {@code !reset} and {@code !override} become {@link Node.MergeTag}s, and an alias stands for the very
 * node it names, with the position of its anchor.
 *
 * <p>
 * Input of any kind ends in nodes or in an {@link InvalidProjectException}; size, depth and expansion are bounded.
 */
public final class YamlReader {
    /** The longest text that is read, in bytes or characters. */
    public static final int MAX_LENGTH = 8 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private YamlReader() {
    }

    /**
     * Reads all documents of a file.
     *
     * @param file
     *            the name that positions carry
     * @param content
     *            UTF-8, or UTF-16 with a byte order mark
     * @return one node per document, in order; none for a file without content
     * @throws InvalidProjectException
     *             if the text is not YAML that a Compose file may hold; with all problems that could be told apart
     */
    public static List<Node> read(String file, byte[] content) {
        Problems problems = new Problems();
        List<Node> documents = read(file, content, false, problems);
        problems.throwIfAny();
        return documents;
    }

    /**
     * As {@link #read(String, byte[])}, for callers that go on in spite of problems that leave the rest readable.
     *
     * @param traced
     *            whether values remember the aliases that they came by, which takes a copy of each for each alias
     * @param problems
     *            takes repeated keys, unknown aliases and the like
     * @throws InvalidProjectException
     *             if the text as a whole cannot be read
     */
    public static List<Node> read(String file, byte[] content, boolean traced, Problems problems) {
        if (content.length > MAX_LENGTH) {
            throw tooLong(file);
        }
        return read(file, decode(file, content), traced, problems);
    }

    /** As {@link #read(String, byte[])}, for text that is decoded already. */
    public static List<Node> read(String file, String text) {
        Problems problems = new Problems();
        List<Node> documents = read(file, text, false, problems);
        problems.throwIfAny();
        return documents;
    }

    private static List<Node> read(String file, String text, boolean traced, Problems problems) {
        if (text.length() > MAX_LENGTH) {
            throw tooLong(file);
        }
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        rejectControlCharacters(file, content);
        Wording wording = Wording.of(content);
        for (int times = 1;; times++) {
            try {
                return parse(file, wording, traced, problems);
            } catch (MarkedYamlEngineException e) {
                Wording other = wording.without(e, times);
                if (other == null) {
                    throw syntaxError(file, e);
                }
                wording = other;
            } catch (YamlEngineException e) {
                throw new InvalidProjectException(
                        Problem.error(new Position(file, 1, 1), YamlPath.ROOT, "not YAML: " + e.getMessage()));
            }
        }
    }

    private static List<Node> parse(String file, Wording wording, boolean traced, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                // All at once: the scanner copies what it holds with each piece, so long lines would take for ever.
                .setBufferSize(wording.text().length() + 1)
                .build();
        return new NodeBuilder(file, wording, new Parse(settings).parseString(wording.text()).iterator(), traced,
                problems)
                .documents();
    }

    private static InvalidProjectException tooLong(String file) {
        return new InvalidProjectException(Problem.error(new Position(file, 1, 1), YamlPath.ROOT,
                "longer than the " + (MAX_LENGTH >> 20) + " MiB that a file may have"));
    }

    private static InvalidProjectException syntaxError(String file, MarkedYamlEngineException e) {
        Position problem = position(file, e.getProblemMark().or(e::getContextMark).orElse(null));
        Position context = position(file, e.getContextMark().or(e::getProblemMark).orElse(null));
        return new InvalidProjectException(SyntaxProblem.of(problem, context, e.getContext(), e.getProblem()));
    }

    private static Position position(String file, @Nullable Mark mark) {
        return mark == null
                ? new Position(file, 1, 1)
                : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String decode(String file, byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        if (content.length >= 2 && (content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        } else if (content.length >= 2 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        }
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content), text, true);
        text.flip();
        if (result.isError()) {
            throw new InvalidProjectException(Problem.error(after(file, text), YamlPath.ROOT,
                    "not " + charset.name() + " text", "save the file as UTF-8"));
        }
        return text.toString();
    }

    private static void rejectControlCharacters(String file, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean printable = (c >= 0x20 && c <= 0x7E) || c == '\n' || c == '\r' || c == '\t' || c == 0x85
                    || (c >= 0xA0 && c <= 0xFFFD);
            if (!printable) {
                throw new InvalidProjectException(Problem.error(after(file, text.substring(0, i)), YamlPath.ROOT,
                        String.format("control character U+%04X", (int) c),
                        "YAML allows none; in double quotes it can be written as an escape"));
            }
        }
    }

    private static Position after(String file, CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new Position(file, line, column);
    }
}
