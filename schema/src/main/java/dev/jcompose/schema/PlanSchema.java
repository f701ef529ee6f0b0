package dev.jcompose.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.Validator;

/**
 * The schema of plans as {@code plan --format json} and {@code --dry-run --format json} print them. Within a version,
 * attributes are added, never taken away. Thread-safe.
 */
public final class PlanSchema {
    /** The version that is described here. */
    public static final int VERSION = 1;

    private static final String RESOURCE = "plan-" + VERSION + ".schema.json";

    private PlanSchema() {
    }

    /** The schema, as a JSON text. */
    public static String text() {
        try (InputStream bytes = PlanSchema.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks a document.
     *
     * @param document
     *            the JSON text of an object
     * @return what is wrong with it, for people; nothing where it is a plan
     */
    public static List<String> check(String document) {
        try {
            Validator.builder().build().performValidation(new SchemaReader(JsonText.object(text())).root(),
                    JsonTree.of(JsonText.object(document)));
            return List.of();
        } catch (ValidationException invalid) {
            return invalid.getAllMessages();
        }
    }
}
