package dev.jcompose.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource of lines with cells between tabs; lines that start with # are remarks. */
final class Table {
    private Table() {
    }

    static List<List<String>> read(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code services.*.ports[]} as a place in a document, with {@code name} for any name. */
    static List<Object> place(String path) {
        List<Object> place = new ArrayList<>();
        for (String part : path.split("\\.", -1)) {
            String key = part.replace("[]", "");
            if (!key.isEmpty()) {
                place.add(key.equals("*") ? "name" : key);
            }
            for (int i = key.length(); i < part.length(); i += 2) {
                place.add(0);
            }
        }
        return place;
    }

    static @Nullable Object json(String text) {
        return ((List<?>) Objects.requireNonNull(JsonText.object("{\"value\": [" + text + "]}").get("value"))).get(0);
    }

    /** A document that says one thing only. */
    static @Nullable Object document(List<Object> place, @Nullable Object value) {
        Object document = value;
        for (int i = place.size() - 1; i >= 0; i--) {
            document = place.get(i) instanceof String key
                    ? Collections.singletonMap(key, document)
                    : Collections.singletonList(document);
        }
        return document;
    }
}
