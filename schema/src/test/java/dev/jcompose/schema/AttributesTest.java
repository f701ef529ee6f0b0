package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema has exactly the attributes of {@code attributes.tsv}, in all forms written there. */
class AttributesTest {
    private static final List<List<String>> TABLE = Table.read("attributes.tsv");

    @Test
    void every_attribute_is_known() {
        assertAll(TABLE.stream()
                .map(line -> () -> assertTrue(SchemaValidator.knows(Table.place(line.get(0))), line.get(0))));
    }

    @Test
    void every_form_is_accepted() {
        assertAll(TABLE.stream().flatMap(line -> line.subList(1, line.size()).stream().map(
                value -> () -> assertEquals(List.of(),
                        SchemaValidator.check(Table.place(line.get(0)), Table.json(value))))));
    }

    @Test
    void there_are_no_others() {
        Set<String> listed = new TreeSet<>(TABLE.stream().map(line -> line.get(0)).toList());
        Set<String> unlisted = new TreeSet<>();
        collect("", unlisted);
        unlisted.removeAll(listed);
        assertEquals(Set.of(), unlisted);
    }

    @Test
    void extensions_are_accepted_in_every_mapping_with_attributes() {
        Set<String> mappings = new TreeSet<>();
        TABLE.forEach(line -> mappings.add(line.get(0).replaceFirst("\\.?[^.]*$", "")));
        assertFalse(mappings.isEmpty());
        assertAll(mappings.stream().map(mapping -> () -> {
            List<Violation> found = SchemaValidator.check(Table.place(mapping),
                    Table.json("{\"x-own\": {\"a\": [1]}}"));
            assertEquals(List.of(), found.stream().filter(each -> !each.incomplete()).toList(), mapping);
        }));
    }

    @Test
    void nothing_is_known_beyond() {
        assertFalse(SchemaValidator.knows(List.of("bogus")));
        assertFalse(SchemaValidator.knows(List.of("services", "a b")));
        assertFalse(SchemaValidator.knows(List.of("services", "web", "image", "tag")));
        assertFalse(SchemaValidator.knows(List.of("services", "web", 0)));
    }

    /** Goes down into attributes or else into what stands under names of the user's choice, and into items of lists. */
    private static void collect(String path, Set<String> into) {
        List<String> attributes = SchemaValidator.attributes(Table.place(path));
        for (String attribute : attributes) {
            String below = path.isEmpty() ? attribute : path + "." + attribute;
            into.add(below);
            collect(below, into);
        }
        for (String below : List.of(path + ".*", path + "[]")) {
            if (SchemaValidator.knows(Table.place(below)) && (attributes.isEmpty() || below.endsWith("[]"))) {
                collect(below, into);
            }
        }
    }
}
