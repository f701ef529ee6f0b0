package dev.jcompose.progress;

import dev.jcompose.engine.Frame;
import dev.jcompose.format.Cells;
import dev.jcompose.logs.LogLine;
import dev.jcompose.terminal.Colour;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints containers' lines, each after its container's name: names in a column, each in a colour of its own. One thread
 * at a time.
 */
public final class LogPrinter {
    private static final Colour[] COLOURS = {Colour.CYAN, Colour.YELLOW, Colour.GREEN, Colour.MAGENTA, Colour.BLUE,
            Colour.BRIGHT_CYAN, Colour.BRIGHT_YELLOW, Colour.BRIGHT_GREEN, Colour.BRIGHT_MAGENTA, Colour.BRIGHT_BLUE};
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final byte[] LINE_END = {'\n'};

    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private final InstantSource clock;
    private final Map<String, Colour> colours = new HashMap<>();
    private final Map<String, byte[]> prefixes = new HashMap<>();
    private final Bytes bytes = new Bytes();
    private int width;

    /**
     * How lines look.
     *
     * @param project
     *            its name is left out of usual container names
     * @param prefixed
     *            whether names are printed
     * @param timestamps
     *            whether the time comes before the text
     * @param coloured
     *            whether names are coloured
     */
    public record Style(String project, boolean prefixed, boolean timestamps, boolean coloured) {}

    /** Lines of standard error go to {@code err}. */
    public LogPrinter(PrintStream out, PrintStream err, Style style, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.style = style;
        this.clock = clock;
    }

    /** Makes room for these containers' names, and gives them colours in this order. */
    public void expect(Collection<String> containers) {
        containers.forEach(this::register);
    }

    /** The name under which a container is shown. */
    public String shortName(String container) {
        int after = style.project().length();
        boolean usual = container.length() > after + 1 && container.startsWith(style.project())
                && "-_".indexOf(container.charAt(after)) >= 0;
        return usual ? container.substring(after + 1) : container;
    }

    /** Prints a line. */
    public void print(LogLine line) {
        PrintStream target = line.channel() == Frame.Channel.STDERR ? err : out;
        line(line).writeTo(target);
    }

    /** One write a line, so that lines of several threads do not mix, and without a text in between. */
    private Bytes line(LogLine line) {
        bytes.clear();
        if (style.prefixed()) {
            bytes.add(prefix(line.container()));
        }
        if (style.timestamps()) {
            Instant time = line.time();
            bytes.add((TIME.format(time == null ? clock.instant() : time) + ' ').getBytes(StandardCharsets.UTF_8));
        }
        bytes.add(line.text().getBytes(StandardCharsets.UTF_8));
        bytes.add(LINE_END);
        return bytes;
    }

    private byte[] prefix(String container) {
        byte[] known = prefixes.get(container);
        if (known != null) {
            return known;
        }
        register(container);
        String prefix = Cells.padded(shortName(container), width) + " | ";
        Colour colour = colours.get(container);
        byte[] made = (style.coloured() && colour != null ? colour.paint(prefix) : prefix)
                .getBytes(StandardCharsets.UTF_8);
        prefixes.put(container, made);
        return made;
    }

    private void register(String container) {
        if (colours.containsKey(container)) {
            return;
        }
        colours.put(container, COLOURS[colours.size() % COLOURS.length]);
        int needed = Cells.width(shortName(container)) + 1;
        if (needed > width) {
            width = needed;
            prefixes.clear();
        }
    }

    /** Bytes of a line, in an array that is used again. */
    private static final class Bytes {
        private byte[] array = new byte[256];
        private int length;

        void clear() {
            length = 0;
        }

        void add(byte[] more) {
            if (length + more.length > array.length) {
                array = Arrays.copyOf(array, Math.max(2 * array.length, length + more.length));
            }
            System.arraycopy(more, 0, array, length, more.length);
            length += more.length;
        }

        void writeTo(PrintStream stream) {
            stream.write(array, 0, length);
        }
    }
}
