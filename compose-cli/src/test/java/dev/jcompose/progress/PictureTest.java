package dev.jcompose.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.progress.Picture.State;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Picture picture = new Picture();

    private static List<String> texts(List<Picture.Row> rows) {
        return rows.stream().map(row -> " ".repeat(row.depth()) + row.subject() + ": " + row.text()).toList();
    }

    @Test
    void layers_are_below_what_they_are_part_of_and_go_when_it_is_done() {
        picture.set("web", State.WORKING, "Pulling", 0);
        picture.progress("web", "a1", "Downloading", 500_000, 2_000_000, 1);
        picture.progress("web", "b2", "Downloading", 10, 1_000_000, 1);
        picture.progress("web", "b2", "Pull complete", -1, -1, 2);
        assertEquals(List.of("web: Pulling 1.5MB / 3MB", " a1: Downloading 500kB / 2MB", " b2: Pull complete"),
                texts(picture.rows(10)));
        picture.set("web", State.DONE, "Pulled", 3);
        assertEquals(List.of("web: Pulled"), texts(picture.rows(10)));
        assertEquals("1/1", picture.count());
    }

    @Test
    void what_has_ended_makes_room_for_what_works() {
        IntStream.range(0, 5).forEach(i -> picture.set("done" + i, State.DONE, "Started", i));
        picture.set("a", State.WORKING, "Building", 5);
        picture.progress("a", "step 1", "done", -1, -1, 6);
        picture.progress("a", "step 2", "running", -1, -1, 6);
        picture.set("b", State.WORKING, "Waiting", 7);
        assertEquals(List.of("done4: Started", "a: Building", " step 2: running", "b: Waiting"),
                texts(picture.rows(4)));
        assertEquals(List.of("a: Building", "b: Waiting"), texts(picture.rows(2)));
        assertEquals(List.of("a: Building"), texts(picture.rows(1)));
        assertEquals(List.of("a: Building"), texts(picture.rows(-5)));
        assertEquals(7, picture.things().size());
    }

    @Test
    void what_begins_again_has_a_time_of_its_own() {
        picture.set("web", State.WORKING, "Stopping", 0);
        picture.set("web", State.DONE, "Stopped", 5);
        picture.set("web", State.WORKING, "Removing", 8);
        assertEquals(8, picture.things().getFirst().began());
        assertEquals(List.of("web: Removing"), texts(picture.things()));
    }
}
