package dev.jcompose.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatcherTest {
    private static final Path A = Path.of("/a");
    private static final Path B = Path.of("/b");

    private final Batcher batcher = new Batcher(50, 500);

    @Test
    void waits_until_nothing_has_changed_for_a_moment() {
        batcher.add(List.of(A), 1000);
        assertEquals(Set.of(), batcher.due(1049));
        batcher.add(List.of(B, A), 1049);
        assertEquals(50, batcher.untilDue(1049, 7));
        assertEquals(Set.of(), batcher.due(1098));
        assertEquals(Set.of(A, B), batcher.due(1099));
        assertEquals(Set.of(), batcher.due(2000));
    }

    @Test
    void does_not_wait_for_ever() {
        for (int time = 0; time < 500; time += 10) {
            batcher.add(List.of(A), time);
            assertEquals(Set.of(), batcher.due(time));
        }
        assertEquals(Set.of(A), batcher.due(500));
    }

    @Test
    void has_patience_where_nothing_waits() {
        assertEquals(7, batcher.untilDue(1000, 7));
        batcher.add(List.of(), 1000);
        assertEquals(7, batcher.untilDue(1000, 7));
    }
}
