package dev.jcompose.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.everit.json.schema.Schema;
import org.json.JSONObject;
import org.json.JSONTokener;

/** The schema of the Compose specification, read once. */
final class ComposeSchema {
    private static final String RESOURCE = "compose.schema.json";

    private ComposeSchema() {
    }

    /** The schema of a whole document. */
    static Schema root() {
        return Loaded.ROOT;
    }

    /** The file as it stands. */
    static JSONObject source() {
        try (InputStream bytes = ComposeSchema.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new JSONObject(new JSONTokener(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loaded {
        static final Schema ROOT = new SchemaReader(source()).root();
    }
}
