package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree that was checked, to look things up in. */
record Document(@Nullable Object root) {
    /** The value a pointer leads to; null where there is none. */
    @Nullable
    Object at(List<?> pointer) {
        Object value = root;
        for (Object part : pointer) {
            value = child(value, part);
        }
        return value;
    }

    static @Nullable Object child(@Nullable Object parent, Object part) {
        if (parent instanceof Map<?, ?> map) {
            return map.get(part);
        }
        return parent instanceof List<?> list && part instanceof Integer index && index < list.size()
                ? list.get(index)
                : null;
    }

    /**
     * The keys and indexes that a JSON pointer ({@code #/services/web/ports/0}) consists of. The library escapes a key
     * anew for each level of failures, so a key is looked for under every reading of it.
     */
    List<Object> pointer(String json) {
        List<Object> parts = new ArrayList<>();
        if (json.length() < 2) {
            return parts;
        }
        Object value = root;
        for (String written : json.substring(2).split("/", -1)) {
            Object part = value instanceof List ? Integer.valueOf(written) : key(value, written);
            parts.add(part);
            value = child(value, part);
        }
        return parts;
    }

    private static String key(@Nullable Object parent, String written) {
        String key = written;
        while (parent instanceof Map<?, ?> map && !map.containsKey(key) && key.contains("~")) {
            String plainer = key.replace("~1", "/").replace("~0", "~");
            if (plainer.equals(key)) {
                return key;
            }
            key = plainer;
        }
        return key;
    }
}
