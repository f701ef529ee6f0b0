package dev.jcompose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The file {@code cli-surface.json}: what docker compose 2.40.3 and its successors understand. */
final class Surface {
    private final Map<String, Object> document;

    private Surface(Map<String, Object> document) {
        this.document = document;
    }

    /** A command, such as {@code bridge convert}; the program itself is {@code (root)}. */
    record Command(String name, List<String> aliases, List<String> usage, List<Flag> flags) {
        boolean isRoot() {
            return name.equals("(root)");
        }
    }

    /**
     * A flag of a command.
     *
     * @param names
     *            the short form first, where there is one
     * @param type
     *            {@code bool}, {@code string}, {@code int}, {@code stringArray} and so on
     * @param fallback
     *            what the help says that counts where it is not given; empty where it says nothing
     */
    record Flag(List<String> names, String type, String fallback) {}

    static Surface read() throws IOException {
        try (InputStream file = Objects.requireNonNull(Surface.class.getResourceAsStream("/cli-surface.json"));
                JsonParser json = new JsonFactory().createParser(file)) {
            json.nextToken();
            return new Surface(object(json));
        }
    }

    List<Command> commands() {
        return objects(document, "commands").stream()
                .map(command -> new Command(text(command, "command"), texts(command, "aliases"),
                        texts(command, "usage"), objects(command, "flags").stream().map(Surface::flag).toList()))
                .toList();
    }

    /** Long and short names of options before the command that the first version had. */
    List<String> oldGlobalOptions() {
        return objects(document, "v1_global_options").stream()
                .flatMap(option -> List.of(text(option, "short"), text(option, "long")).stream())
                .filter(name -> !name.isEmpty()).toList();
    }

    /** Names of variables; a line may name several. */
    List<String> variables() {
        return objects(document, "environment").stream()
                .flatMap(variable -> List.of(text(variable, "name").split("/")).stream()).toList();
    }

    private static Flag flag(Map<String, Object> flag) {
        List<String> names = List.of(text(flag, "short"), text(flag, "long")).stream()
                .filter(name -> !name.isEmpty()).toList();
        return new Flag(names, text(flag, "type"), text(flag, "default"));
    }

    private static String text(Map<String, Object> object, String key) {
        return Objects.toString(object.get(key), "");
    }

    private static List<String> texts(Map<String, Object> object, String key) {
        return list(object, key).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked") // the reader below makes maps of texts only
    private static List<Map<String, Object>> objects(Map<String, Object> object, String key) {
        return list(object, key).stream().map(each -> (Map<String, Object>) each).toList();
    }

    private static List<?> list(Map<String, Object> object, String key) {
        return (List<?>) Objects.requireNonNull(object.get(key), key);
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            object.put(key, value(json));
        }
        return object;
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return object(json);
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
        }
        List<Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }
}
