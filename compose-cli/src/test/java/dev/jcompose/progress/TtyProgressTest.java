package dev.jcompose.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The live picture on windows of several sizes. */
class TtyProgressTest {
    @ParameterizedTest
    @CsvSource({"80, 24", "40, 8", "24, 3", "12, 2"})
    void everything_is_there_once_in_the_end_and_nothing_is_broken(int width, int height) {
        Window window = new Window(width, height);
        try (Display display = new TtyProgress(window, new Ansi(window, Ansi.Mode.ALWAYS, false), "Running")) {
            for (int i = 10; i < 40; i++) {
                display.found("Container shop-web-" + i, "Running");
                String line = "line " + i;
                display.above(() -> window.err().println(line));
            }
        }
        List<String> lines = window.lines();
        assertEquals(IntStream.range(10, 40).mapToObj(i -> "line " + i).toList(), lines.subList(0, 30));
        assertTrue(lines.get(30).startsWith("[+] Runnin"), lines.get(30));
        assertEquals(30, lines.subList(31, lines.size() - 1).size(), () -> String.join("\n", lines));
        for (String line : lines.subList(31, 61)) {
            assertTrue(line.length() < width && line.startsWith(" ✔ Conta"), line);
        }
        assertEquals("", lines.getLast());
    }

    @Test
    void without_colours_nothing_is_coloured() {
        Window window = new Window(80, 24);
        try (Display display = new TtyProgress(window, new Ansi(window, Ansi.Mode.ALWAYS, true), "Running")) {
            display.found("Container a", "Running");
        }
        assertTrue(!window.printed().matches("(?s).*\u001b\\[[0-9;]*m.*"), window::printed);
    }

    /** A window of some size, without anybody. */
    private static final class Window implements Terminal {
        private final int width;
        private final int height;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);

        Window(int width, int height) {
            this.width = width;
            this.height = height;
        }

        String printed() {
            stream.flush();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        List<String> lines() {
            return Screen.of(printed(), width, height);
        }

        @Override
        public InputStream in() {
            return InputStream.nullInputStream();
        }

        @Override
        public PrintStream out() {
            return stream;
        }

        @Override
        public PrintStream err() {
            return stream;
        }

        @Override
        public boolean isTerminal(Stream which) {
            return true;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public RawMode raw() {
            return () -> {};
        }

        @Override
        public RawMode keys() {
            return () -> {};
        }
    }
}
