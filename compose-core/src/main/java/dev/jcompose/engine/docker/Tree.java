package dev.jcompose.engine.docker;

import dev.jcompose.model.Ordered;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A received JSON value, read leniently: what is missing, null or of another type is empty text, 0, false or nothing,
 * because engines of different versions leave out different things.
 */
record Tree(@Nullable Object value) {
    private static final Tree NOTHING = new Tree(null);

    Tree at(String key) {
        return value instanceof Map<?, ?> entries ? new Tree(entries.get(key)) : NOTHING;
    }

    boolean has(String key) {
        return at(key).value != null;
    }

    String text(String key) {
        return at(key).value instanceof String text ? text : "";
    }

    @Nullable
    String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    long number(String key) {
        return at(key).value instanceof Number number ? number.longValue() : 0;
    }

    @Nullable
    Long numberOrNull(String key) {
        return at(key).value instanceof Number number ? number.longValue() : null;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(at(key).value);
    }

    List<Tree> list(String key) {
        return at(key).items();
    }

    List<Tree> items() {
        List<Tree> trees = new ArrayList<>();
        if (value instanceof List<?> items) {
            items.forEach(item -> trees.add(new Tree(item)));
        }
        return trees;
    }

    /** The texts of a list; a single text counts as a list of one. */
    List<String> texts(String key) {
        return at(key).texts();
    }

    /** The same of this value. */
    List<String> texts() {
        if (value instanceof String single) {
            return List.of(single);
        }
        List<String> texts = new ArrayList<>();
        for (Tree item : items()) {
            if (item.value instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    Map<String, Tree> entries(String key) {
        Map<String, Tree> trees = new LinkedHashMap<>();
        if (at(key).value instanceof Map<?, ?> entries) {
            entries.forEach((name, entry) -> trees.put(String.valueOf(name), new Tree(entry)));
        }
        return trees;
    }

    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((name, entry) -> texts.put(name, entry.value instanceof String text ? text : ""));
        return texts;
    }

    /** A moment in RFC 3339; null where there is none, as the year 1 stands for. */
    @Nullable
    Instant instant(String key) {
        String text = text(key);
        if (text.isEmpty() || text.startsWith("0001-")) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }

    Instant instantOrEpoch(String key) {
        Instant moment = instant(key);
        return moment == null ? Instant.EPOCH : moment;
    }

    /** The value as maps and lists; nothing where it is no map. */
    Map<String, Object> raw() {
        Map<String, Object> raw = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((name, entry) -> raw.put(String.valueOf(name), entry));
        }
        return Ordered.copyOf(raw);
    }
}
