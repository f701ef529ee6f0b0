package dev.jcompose.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.copy.Arrival.There;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static String of(String source, boolean folder, String destination, There there) {
        Arrival arrival = Arrival.of(new Spelling(source).base(), folder, new Spelling(destination), there);
        return arrival.folder() + " " + arrival.name();
    }

    @Test
    void in_a_folder_it_keeps_its_name() {
        assertEquals("/to a", of("x/a", false, "/to", There.FOLDER));
        assertEquals("/to/ a", of("x/a/", true, "/to/", There.FOLDER));
    }

    @Test
    void the_content_of_a_folder_has_no_name() {
        assertEquals("/to .", of("x/a/.", true, "/to", There.FOLDER));
        assertEquals("/ to", of("x/a/.", true, "/to", There.NOTHING));
    }

    @Test
    void otherwise_it_is_called_as_the_destination_says() {
        assertEquals("/to b", of("a", false, "/to/b", There.FILE));
        assertEquals("/to b", of("a", true, "/to/b/", There.NOTHING));
        assertEquals(". b", of("a", false, "b", There.NOTHING));
    }

    @Test
    void a_folder_takes_no_files_place_and_a_file_makes_no_folder() {
        assertThrows(CopyException.class, () -> of("a", true, "/to/b", There.FILE));
        assertThrows(CopyException.class, () -> of("a", false, "/to/b/", There.NOTHING));
    }

    @Test
    void entries_are_renamed_at_the_top_only() {
        Arrival arrival = new Arrival("/", "b");
        assertEquals("b", arrival.renamed("a", "a"));
        assertEquals("b/a", arrival.renamed("a", "a/a"));
        assertEquals("b/etc", arrival.renamed("/", "/etc"));
        assertEquals("b/x", arrival.renamed(".", "./x"));
    }
}
