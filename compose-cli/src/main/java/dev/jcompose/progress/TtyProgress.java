package dev.jcompose.progress;

import dev.jcompose.execute.Event;
import dev.jcompose.format.Cells;
import dev.jcompose.format.Sizes;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Colour;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A live picture, redrawn in place: a line for each thing with its state and how long it has taken, in docker compose's
 * manner. Where the terminal is too short, finished lines make room.
 */
public final class TtyProgress implements Display {
    private static final Duration REFRESH = Duration.ofMillis(100);
    private static final int LINES_ABOVE = 2;
    private static final String[] FRAMES = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

    private final PrintStream out;
    private final boolean coloured;
    private final Wording wording = new Wording();
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Thread painter;
    private final int width;
    private final int height;
    private int drawn;
    private int frame;
    private boolean dirty;

    public TtyProgress(Terminal terminal, Ansi ansi) {
        this.out = terminal.err();
        this.coloured = ansi.colours(Stream.ERR);
        this.width = terminal.width();
        this.height = terminal.height();
        this.painter = Thread.ofPlatform().daemon().name("progress").start(this::paint);
    }

    private enum State {
        WORKING, DONE, WARNING, FAILED
    }

    /** What is known of one thing. */
    private static final class Line {
        final long begun = System.nanoTime();
        long ended;
        State state = State.WORKING;
        String text = "";
        final Map<String, long[]> parts = new LinkedHashMap<>();
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.StepStarted started -> wording.of(started.step())
                    .forEach(phrase -> set(phrase.subject(), State.WORKING, phrase.doing()));
            case Event.StepDone done -> wording.of(done.step()).forEach(phrase -> set(phrase.subject(),
                    phrase.done().isEmpty() ? State.WORKING : done.outcome().isEmpty() ? State.DONE : State.WARNING,
                    done.outcome().isEmpty() ? phrase.done() : done.outcome()));
            case Event.StepFailed failed -> wording.of(failed.step())
                    .forEach(phrase -> set(phrase.subject(), State.FAILED, "Error"));
            case Event.StepProgress progress -> wording.of(progress.step()).stream().limit(1).forEach(phrase -> {
                Line line = lines.computeIfAbsent(phrase.subject(), key -> new Line());
                if (progress.total() > 0) {
                    line.parts.put(progress.part(), new long[]{progress.current(), progress.total()});
                } else if (!progress.status().isEmpty()) {
                    line.text = progress.part().isEmpty() ? progress.status() : progress.part();
                }
            });
            case Event.Notice notice -> above(paint(Colour.YELLOW, "warning: ") + notice.text());
            case Event.Output output -> above(output.line());
        }
        dirty = true;
    }

    @Override
    public synchronized void found(String subject, String state) {
        set(subject, State.DONE, state);
        dirty = true;
    }

    @Override
    public void close() {
        painter.interrupt();
        synchronized (this) {
            draw();
            lines.clear();
            drawn = 0;
        }
    }

    private void set(String subject, State state, String text) {
        Line line = lines.get(subject);
        if (line == null || (line.state != State.WORKING && state == State.WORKING)) {
            line = new Line();
            lines.put(subject, line);
        }
        line.state = state;
        line.text = text.isEmpty() ? line.text : text;
        line.ended = state == State.WORKING ? 0 : System.nanoTime();
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(REFRESH);
                synchronized (this) {
                    frame++;
                    if (dirty || lines.values().stream().anyMatch(line -> line.state == State.WORKING)) {
                        draw();
                        dirty = false;
                    }
                }
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    /** Text that stays, over the picture. */
    private void above(String text) {
        above(() -> out.println(text));
    }

    @Override
    public synchronized void above(Runnable text) {
        erase();
        out.flush();
        text.run();
        draw();
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }

    private void draw() {
        erase();
        if (lines.isEmpty()) {
            return;
        }
        long finished = lines.values().stream().filter(line -> line.state != State.WORKING).count();
        out.print("\u001b[?25l");
        out.println("[+] Running " + finished + "/" + lines.size());
        drawn = 1;
        List<Map.Entry<String, Line>> shown = shown();
        int subject = shown.stream().mapToInt(entry -> Cells.width(entry.getKey())).max().orElse(0);
        for (Map.Entry<String, Line> entry : shown) {
            out.println(row(entry.getKey(), entry.getValue(), subject));
            drawn++;
        }
        out.print("\u001b[?25h");
        out.flush();
    }

    /** All lines, or as many as there is room for: what still works first, in the order of appearance. */
    private List<Map.Entry<String, Line>> shown() {
        List<Map.Entry<String, Line>> all = new ArrayList<>(lines.entrySet());
        int room = Math.max(1, height - LINES_ABOVE);
        int excess = all.size() - room;
        for (int at = 0; at < all.size() && excess > 0;) {
            if (all.get(at).getValue().state == State.WORKING) {
                at++;
            } else {
                all.remove(at);
                excess--;
            }
        }
        return all.subList(Math.max(0, all.size() - room), all.size());
    }

    private String row(String subject, Line line, int subjectWidth) {
        String mark = switch (line.state) {
            case WORKING -> paint(Colour.BLUE, FRAMES[frame % FRAMES.length]);
            case DONE -> paint(Colour.GREEN, "✔");
            case WARNING -> paint(Colour.YELLOW, "!");
            case FAILED -> paint(Colour.RED, "✘");
        };
        long end = line.ended == 0 ? System.nanoTime() : line.ended;
        String timer = String.format(Locale.ROOT, "%.1fs", (end - line.begun) / 1e9);
        int room = Math.max(8, width - 4 - timer.length() - 1);
        String text = Cells.shortened(Cells.padded(subject, subjectWidth) + "  " + line.text + amount(line), room);
        String words = Cells.padded(text, room);
        return " " + mark + " " + (line.state == State.DONE ? coloured(words, line.text) : words)
                + paint(Colour.BLUE, timer);
    }

    private String coloured(String words, String state) {
        return state.isEmpty()
                ? words
                : words.replaceFirst(java.util.regex.Pattern.quote(state) + "(\\s*)$",
                        java.util.regex.Matcher.quoteReplacement(paint(Colour.GREEN, state)) + "$1");
    }

    private static String amount(Line line) {
        if (line.parts.isEmpty() || line.state != State.WORKING) {
            return "";
        }
        long current = line.parts.values().stream().mapToLong(part -> part[0]).sum();
        long total = line.parts.values().stream().mapToLong(part -> part[1]).sum();
        return " " + Sizes.decimal((double) current) + " / " + Sizes.decimal((double) total);
    }

    private String paint(Colour colour, String text) {
        return coloured ? colour.paint(text) : text;
    }
}
