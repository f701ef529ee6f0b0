package dev.jcompose.progress;

import dev.jcompose.execute.Event;
import dev.jcompose.format.Cells;
import dev.jcompose.progress.Picture.Row;
import dev.jcompose.progress.Picture.State;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Colour;
import dev.jcompose.terminal.Signals;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A live picture, redrawn in place: a line for each thing with its state and how long it has taken, in docker compose's
 * manner, and one for each layer or step while it is under way. Where the terminal is too short, what has ended makes
 * room; in the end all is shown.
 */
public final class TtyProgress implements Display {
    private static final Duration REFRESH = Duration.ofMillis(100);
    /** The title, and the line that the cursor is in. */
    private static final int OTHER_ROWS = 2;
    private static final int LEAST_WIDTH = 8;
    private static final int WIDTH_FOR_TIMERS = 30;
    private static final String[] FRAMES = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

    private final Terminal terminal;
    private final PrintStream out;
    private final String title;
    private final boolean coloured;
    private final Wording wording = new Wording();
    private final Picture picture = new Picture();
    private final LiveArea area;
    private final Thread painter;
    private final Signals window;
    private int width;
    private int height;
    private int frame;
    private boolean dirty;
    private volatile boolean resized;

    /**
     * Draws on standard error.
     *
     * @param title
     *            what is being done, {@code Running}
     */
    public TtyProgress(Terminal terminal, Ansi ansi, String title) {
        this.terminal = terminal;
        this.out = terminal.err();
        this.title = title;
        this.coloured = ansi.colours(Stream.ERR);
        this.area = new LiveArea(out);
        this.width = terminal.width();
        this.height = terminal.height();
        this.window = Signals.handle(name -> resized = true, "WINCH");
        this.painter = Thread.ofPlatform().daemon().name("progress").start(this::paint);
    }

    @Override
    public synchronized void accept(Event event) {
        long now = System.nanoTime();
        switch (event) {
            case Event.StepStarted started -> wording.of(started.step())
                    .forEach(phrase -> picture.set(phrase.subject(), State.WORKING, phrase.doing(), now));
            case Event.StepDone done -> wording.of(done.step()).forEach(phrase -> picture.set(phrase.subject(),
                    phrase.done().isEmpty() ? State.WORKING : done.outcome().isEmpty() ? State.DONE : State.WARNING,
                    done.outcome().isEmpty() ? phrase.done() : done.outcome(), now));
            case Event.StepFailed failed -> wording.of(failed.step())
                    .forEach(phrase -> picture.set(phrase.subject(), State.FAILED, "Error", now));
            case Event.StepProgress progress -> wording.of(progress.step()).stream().limit(1)
                    .forEach(phrase -> picture.progress(phrase.subject(), progress.part(), progress.status(),
                            progress.current(), progress.total(), now));
            case Event.Notice notice -> above(paint(Colour.YELLOW, "warning: ") + notice.text());
            case Event.Output output -> above(output.line());
        }
        dirty = true;
    }

    @Override
    public synchronized void found(String subject, String state) {
        picture.set(subject, State.DONE, state, System.nanoTime());
        dirty = true;
    }

    @Override
    public void close() {
        window.close();
        painter.interrupt();
        synchronized (this) {
            measure();
            draw(picture.things(), true);
            area.keep();
            picture.clear();
        }
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(REFRESH);
                synchronized (this) {
                    frame++;
                    if (dirty || resized || picture.isMoving()) {
                        dirty = false;
                        draw();
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
        measure();
        area.erase(width);
        text.run();
        draw();
    }

    /** A window that has changed may have broken the picture's rows. */
    private void measure() {
        if (resized) {
            resized = false;
            width = terminal.width();
            height = terminal.height();
            area.erase(width);
        }
    }

    private void draw() {
        measure();
        draw(picture.rows(height - OTHER_ROWS), height > OTHER_ROWS);
    }

    private void draw(List<Row> shown, boolean titled) {
        if (picture.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        int subjects = shown.stream().filter(row -> row.depth() == 0).mapToInt(row -> Cells.width(row.subject())).max()
                .orElse(0);
        List<String> rows = new ArrayList<>();
        if (titled) {
            rows.add(Cells.shortened("[+] " + title + " " + picture.count(), width - 1));
        }
        shown.forEach(row -> rows.add(text(row, subjects, now)));
        area.draw(rows);
    }

    private static String indent(Row row) {
        return row.depth() == 0 ? " " : "   ";
    }

    private String text(Row row, int subjects, long now) {
        Long ended = row.ended();
        String timer = width < WIDTH_FOR_TIMERS
                ? ""
                : String.format(Locale.ROOT, "%.1fs", ((ended == null ? now : ended) - row.began()) / 1e9);
        int room = Math.max(LEAST_WIDTH, width - indent(row).length() - timer.length() - 4);
        String name = row.depth() == 0 ? Cells.padded(row.subject(), subjects) : row.subject();
        String subject = Cells.shortened(name, Math.max(LEAST_WIDTH, room - Cells.width(row.text()) - 2)) + "  ";
        String text = Cells.shortened(subject + row.text(), room);
        String padding = " ".repeat(room - Cells.width(text) + 1);
        String words = row.state() == State.DONE && text.startsWith(subject)
                ? subject + paint(Colour.GREEN, text.substring(subject.length()))
                : text;
        return indent(row) + mark(row.state()) + " " + words + padding + paint(Colour.BLUE, timer);
    }

    private String mark(State state) {
        return switch (state) {
            case WORKING -> paint(Colour.BLUE, FRAMES[frame % FRAMES.length]);
            case DONE -> paint(Colour.GREEN, "✔");
            case WARNING -> paint(Colour.YELLOW, "!");
            case FAILED -> paint(Colour.RED, "✘");
        };
    }

    private String paint(Colour colour, String text) {
        return coloured && !text.isEmpty() ? colour.paint(text) : text;
    }
}
