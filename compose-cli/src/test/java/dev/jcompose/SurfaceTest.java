package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jcompose.option.GlobalOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Every command and flag of docker compose is there, but for those that are listed here as not there yet. */
class SurfaceTest {
    /** To become empty. What is added to the program must be taken out, or the test fails. */
    private static final Set<String> COMMANDS_TO_COME = Set.of();
    private static final Set<String> FLAGS_TO_COME = Set.of();

    @Test
    void has_all_commands_but_those_to_come() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String command : surface().keySet()) {
            if (!command.equals("(root)") && CommandTable.create(command).isEmpty()) {
                missing.add(command);
            }
        }
        assertEquals(new TreeSet<>(COMMANDS_TO_COME), missing);
    }

    @Test
    void has_all_flags_of_its_commands_but_those_to_come() throws IOException {
        Set<String> missing = new TreeSet<>();
        surface().forEach((command, flags) -> {
            List<String> known = command.equals("(root)")
                    ? new GlobalOptions().syntax().optionNames()
                    : CommandTable.options(command);
            flags.stream().filter(flag -> !known.isEmpty() && !known.contains(flag))
                    .forEach(flag -> missing.add(command + " " + flag));
        });
        assertEquals(new TreeSet<>(FLAGS_TO_COME), missing);
    }

    @Test
    void makes_every_command_that_it_names() {
        CommandTable.NAMES.forEach(name -> assertEquals(name,
                CommandTable.create(name).map(command -> command.syntax().name()).orElse("")));
    }

    /** Flags, long and short, by command. */
    private static Map<String, List<String>> surface() throws IOException {
        Map<String, List<String>> surface = new LinkedHashMap<>();
        try (InputStream file = SurfaceTest.class.getResourceAsStream("/cli-surface.json")) {
            assertNotNull(file);
            JsonParser json = new JsonFactory().createParser(file);
            skipTo(json, "commands");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                command(json, surface);
            }
        }
        return surface;
    }

    private static void command(JsonParser json, Map<String, List<String>> surface) throws IOException {
        List<String> flags = new ArrayList<>();
        String name = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals("command")) {
                name = json.getText();
            } else if (key.equals("flags")) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    flag(json, flags);
                }
            } else {
                json.skipChildren();
            }
        }
        surface.put(name, flags);
    }

    private static void flag(JsonParser json, List<String> flags) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            json.nextToken();
            @Nullable
            String value = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            if ((key.equals("long") || key.equals("short")) && value != null) {
                flags.add(value);
            }
            json.skipChildren();
        }
    }

    private static void skipTo(JsonParser json, String key) throws IOException {
        while (!(json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals(key))) {
            assertNotNull(json.currentToken());
            if (json.currentToken() == JsonToken.FIELD_NAME) {
                json.nextToken();
                json.skipChildren();
            }
        }
        json.nextToken();
    }
}
