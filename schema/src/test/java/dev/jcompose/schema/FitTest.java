package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The look before the library's must come to the library's result. */
class FitTest {
    private static final List<String> PLACES = List.of("ports", "environment", "build", "healthcheck", "deploy",
            "depends_on", "networks", "volumes", "ulimits", "command", "labels", "scale", "init", "cap_add", "image",
            "env_file", "extra_hosts", "logging", "restart", "cpus", "mem_limit", "develop", "x-mine", "unknown");
    private static final List<String> KEYS = List.of("target", "published", "context", "args", "test", "interval",
            "condition", "soft", "hard", "options", "driver", "a", "b.c", "x-own", "type", "source", "path", "required",
            "resources", "limits", "cpus", "memory", "aliases", "priority", "watch", "action", "no space", "");
    private static final List<String> TEXTS = List.of("80:80", "service_started", "service_healthy", "bind", "sync",
            "1m", "64m", "0.5", "always", "A=1", "", "nginx", "none", "a b", "\u00e9", "rebuild", "true");

    private final Random random = new Random(7);
    private int fitting;

    @Test
    void says_what_the_library_says() {
        Schema schema = ComposeSchema.root();
        for (int i = 0; i < 4_000; i++) {
            Map<String, @Nullable Object> service = new LinkedHashMap<>();
            for (int many = random.nextInt(4); many >= 0; many--) {
                service.put(PLACES.get(random.nextInt(PLACES.size())), value(3));
            }
            Map<String, @Nullable Object> document = Map.of("services", Map.of("web", service));
            boolean valid = isValid(schema, document);
            assertEquals(valid, Fit.isSure(schema, document), document::toString);
            fitting += valid ? 1 : 0;
        }
        assertTrue(fitting > 200 && fitting < 3_600, () -> fitting + " of 4000 are valid: choose other values");
    }

    private static boolean isValid(Schema schema, @Nullable Object value) {
        try {
            Validator.builder().build().performValidation(schema, JsonTree.of(value));
            return true;
        } catch (ValidationException invalid) {
            return false;
        }
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> random.nextInt(3) == 0 ? null : random.nextBoolean();
            case 1 -> random.nextInt(200) - 50;
            case 2 -> (long) random.nextInt(70_000);
            case 6 -> list(depth - 1);
            case 7 -> map(depth - 1);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int many = random.nextInt(3); many >= 0; many--) {
            list.add(value(depth));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int many = random.nextInt(3); many >= 0; many--) {
            map.put(KEYS.get(random.nextInt(KEYS.size())), value(depth));
        }
        return map;
    }
}
