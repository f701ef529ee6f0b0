package dev.jcompose.progress;

import dev.jcompose.format.Sizes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a live picture shows: things with their states, and their parts, such as the layers of an image and the steps of
 * a build. Times are nanoseconds of some clock. For one thread at a time.
 */
final class Picture {
    private static final int MOST_IMPORTANT = 0;
    private static final int LEAST_IMPORTANT = 3;

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** How a thing is doing. */
    enum State {
        WORKING, DONE, WARNING, FAILED
    }

    /**
     * What a row of the picture says.
     *
     * @param depth
     *            0 for a thing, 1 for a part of the one above
     * @param began
     *            when
     * @param ended
     *            when; null while it works
     */
    record Row(int depth, String subject, State state, String text, long began, @Nullable Long ended) {
        private int rank() {
            return depth + (state == State.WORKING ? MOST_IMPORTANT : 2);
        }
    }

    private static final class Line {
        private final long began;
        private @Nullable Long ended;
        private State state = State.WORKING;
        private String text = "";
        private final Map<String, Part> parts = new LinkedHashMap<>();

        private Line(long began) {
            this.began = began;
        }
    }

    private record Part(String status, long current, long total, long began, @Nullable Long ended) {}

    /** A thing is in a state, which begins or ends now. */
    void set(String subject, State state, String text, long now) {
        Line line = lines.get(subject);
        if (line == null || (line.state != State.WORKING && state == State.WORKING)) {
            line = new Line(now);
            lines.put(subject, line);
        }
        line.state = state;
        line.text = text.isEmpty() ? line.text : text;
        line.ended = state == State.WORKING ? null : now;
    }

    /**
     * A thing, or a part of it, has got further.
     *
     * @param part
     *            empty for the thing itself
     * @param total
     *            units in all; not positive if unknown
     */
    void progress(String subject, String part, String status, long current, long total, long now) {
        Line line = lines.computeIfAbsent(subject, key -> new Line(now));
        if (part.isEmpty()) {
            line.text = status.isEmpty() ? line.text : status;
            return;
        }
        Part before = line.parts.get(part);
        long all = total > 0 || before == null ? total : before.total();
        boolean ended = isEnd(status);
        line.parts.put(part, new Part(status, ended && all > 0 ? all : current, all,
                before == null ? now : before.began(), ended ? (Long) now : null));
    }

    /** Words of the engine and of BuildKit for parts that nothing more will come of. */
    private static boolean isEnd(String status) {
        return switch (status) {
            case "Pull complete", "Already exists", "Pushed", "Layer already exists", "Mounted", "done", "cached",
                    "failed", "cancelled" ->
                true;
            default -> false;
        };
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean isMoving() {
        return lines.values().stream().anyMatch(line -> line.state == State.WORKING);
    }

    /** How many things are done, and how many there are: {@code 2/5}. */
    String count() {
        return lines.values().stream().filter(line -> line.state != State.WORKING).count() + "/" + lines.size();
    }

    void clear() {
        lines.clear();
    }

    /** All things, without parts. */
    List<Row> things() {
        List<Row> rows = new ArrayList<>();
        lines.forEach((subject, line) -> rows.add(row(subject, line)));
        return rows;
    }

    /**
     * As many rows as there is room for, in the order of appearance. What has ended makes room for what works, and parts
     * make room for things.
     */
    List<Row> rows(int room) {
        List<Row> rows = new ArrayList<>();
        lines.forEach((subject, line) -> {
            rows.add(row(subject, line));
            if (line.state == State.WORKING) {
                line.parts.forEach((part, state) -> rows.add(row(part, state)));
            }
        });
        int most = Math.max(1, room);
        for (int rank = LEAST_IMPORTANT; rank > MOST_IMPORTANT; rank--) {
            drop(rows, rank, rows.size() - most);
        }
        return rows.size() <= most ? rows : rows.subList(0, most);
    }

    private static void drop(List<Row> rows, int rank, int excess) {
        int left = excess;
        for (int at = 0; at < rows.size() && left > 0;) {
            if (rows.get(at).rank() == rank) {
                rows.remove(at);
                left--;
            } else {
                at++;
            }
        }
    }

    private static Row row(String subject, Line line) {
        long current = line.parts.values().stream().mapToLong(Part::current).filter(count -> count > 0).sum();
        long total = line.parts.values().stream().mapToLong(Part::total).filter(count -> count > 0).sum();
        String text = line.state == State.WORKING ? line.text + amount(current, total) : line.text;
        return new Row(0, subject, line.state, text, line.began, line.ended);
    }

    private static Row row(String subject, Part part) {
        State state = part.ended() == null
                ? State.WORKING
                : part.status().equals("failed") ? State.FAILED : State.DONE;
        String amount = state == State.WORKING ? amount(part.current(), part.total()) : "";
        return new Row(1, subject, state, part.status() + amount, part.began(), part.ended());
    }

    private static String amount(long current, long total) {
        return total > 0
                ? " " + Sizes.decimal((double) Math.max(0, current)) + " / " + Sizes.decimal((double) total)
                : "";
    }
}
