package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.schema.SchemaValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print for programs is what the published schemas promise. */
class OutputSchemaTest {
    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void project() throws IOException {
        cli = new Cli(folder).file("compose.yaml", """
                name: shown
                services:
                  web:
                    image: web
                    ports: ["127.0.0.1:8080:80", "53/udp"]
                    volumes: ["data:/data"]
                    labels: {a: "x, y <z>"}
                  job: {image: job}
                volumes: {data: {}}
                """);
        cli.engine.addImage("web");
        cli.engine.addImage("job");
        assertEquals(0, cli.run("up", "-d").code());
    }

    @Test
    void ps() throws IOException {
        assertValid("ps-1", cli.run("ps", "-a", "--format", "json"), 2);
        assertValid("ps-1", cli.run("ps", "-a", "--no-trunc", "--format", "json"), 2);
    }

    @Test
    void events() throws IOException {
        Cli.Result result = cli.run("events", "--json", "--since", "1971-01-01", "--until", "0s");
        assertFalse(result.out().isEmpty());
        assertValid("events-1", result, (int) result.out().lines().count());
    }

    @Test
    void progress() throws IOException {
        Schema schema = schema("progress-1");
        for (List<String> words : List.of(List.of("up", "-d", "--force-recreate"), List.of("restart"), List.of("stop"),
                List.of("down", "-v"))) {
            List<String> line = new ArrayList<>(List.of("--progress", "json"));
            line.addAll(words);
            Cli.Result result = cli.run(line.toArray(String[]::new));
            assertEquals(0, result.code(), result.err());
            assertFalse(result.err().isEmpty(), words.toString());
            result.err().lines().forEach(event -> schema.validate(new JSONObject(event)));
        }
    }

    @Test
    void a_line_that_lacks_something_is_found_out() throws IOException {
        Schema schema = schema("ps-1");
        assertThrows(ValidationException.class, () -> schema.validate(new JSONObject("{\"Name\":\"web\"}")));
    }

    private static void assertValid(String schema, Cli.Result result, int lines) throws IOException {
        assertEquals(0, result.code(), result.err());
        List<String> printed = result.out().lines().toList();
        assertEquals(lines, printed.size());
        Schema read = schema(schema);
        printed.forEach(line -> read.validate(new JSONObject(line)));
    }

    private static Schema schema(String name) throws IOException {
        try (InputStream file = SchemaValidator.class.getResourceAsStream(name + ".schema.json")) {
            return SchemaLoader.load(new JSONObject(new JSONTokener(java.util.Objects.requireNonNull(file))));
        }
    }
}
