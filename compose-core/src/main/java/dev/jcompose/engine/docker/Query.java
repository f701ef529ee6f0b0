package dev.jcompose.engine.docker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path with its parameters, encoded. */
final class Query {
    private final StringBuilder text;
    private boolean first = true;

    private Query(String path) {
        this.text = new StringBuilder(path);
    }

    static Query of(String path) {
        return new Query(path);
    }

    /** A part of a path, with what would end it encoded; slashes stay, as image references have them. */
    static String part(String text) {
        return encode(text).replace("%2F", "/").replace("%3A", ":").replace("%40", "@");
    }

    Query with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(first ? '?' : '&').append(name).append('=').append(encode(String.valueOf(value)));
            first = false;
        }
        return this;
    }

    Query flag(String name, boolean value) {
        return value ? with(name, "1") : this;
    }

    /** The engine's filters: a JSON object of lists. */
    Query filters(Json json, Map<String, List<String>> filters) {
        return filters.isEmpty() ? this : with("filters", new String(json.write(filters), StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
