package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Checks documents against the schema of the Compose specification. A document is a tree of {@link java.util.Map}
 * (with {@link String} keys), {@link List}, {@link String}, {@link Number}, {@link Boolean} and null, as its author
 * wrote it: short forms are welcome, variables are replaced before. A value of any other type, such as a date, is
 * taken for one that no attribute accepts.
 * <p>
 * Thread-safe. The schema is read once in a process, at the first check or by {@link #prepare()}, which a caller may
 * run on another thread while it reads files.
 */
public final class SchemaValidator {
    private static final String SERVICES = "services";
    private static final int SERVICES_AT_ONCE = 500;
    private static final int ENOUGH = 1_000;

    private SchemaValidator() {
    }

    /** Reads the schema and checks an example, once in a process: the first check of a document takes little time then. */
    public static void prepare() {
        if (!Example.FITS) {
            throw new IllegalStateException("the schema refuses an ordinary service");
        }
    }

    private static final class Example {
        static final boolean FITS = check(Map.of("services",
                Map.of("web", Map.of("image", "nginx", "command", List.of("true"), "environment",
                        Map.of("NAME", "value"), "ports", List.of("80:80"), "depends_on", List.of("db"), "restart",
                        "always"))))
                .isEmpty();
    }

    /**
     * Checks a whole document.
     *
     * @param document
     *            the tree; null for an empty document
     * @return everything that is wrong, the most specific (deepest) first and else in the order of the document; empty
     *         if the document is valid
     */
    public static List<Violation> check(@Nullable Object document) {
        if (document instanceof Map<?, ?> map && map.get(SERVICES) instanceof Map<?, ?> services
                && services.size() > SERVICES_AT_ONCE) {
            return checkInParts(map, services);
        }
        return check(List.of(), document);
    }

    /**
     * Some services after the other, so that a document of very many that are wrong need not be checked to its end:
     * what is wrong with a thousand of them is all that anybody reads.
     */
    private static List<Violation> checkInParts(Map<?, ?> document, Map<?, ?> services) {
        List<Violation> found = new ArrayList<>();
        Map<Object, Object> part = new LinkedHashMap<>(document);
        Iterator<? extends Map.Entry<?, ?>> left = services.entrySet().iterator();
        while (left.hasNext() && found.size() < ENOUGH) {
            Map<Object, Object> some = new LinkedHashMap<>();
            while (left.hasNext() && some.size() < SERVICES_AT_ONCE) {
                Map.Entry<?, ?> each = left.next();
                some.put(each.getKey(), each.getValue());
            }
            part.put(SERVICES, some);
            found.addAll(check(List.of(), part));
            part.clear();
        }
        found.sort(Comparator.comparingInt(each -> -each.pointer().size()));
        return found;
    }

    /**
     * Checks a part of a document, for example one service.
     *
     * @param place
     *            where in a document the part stands: keys ({@link String}) and indexes ({@link Integer}), outermost
     *            first
     * @param part
     *            the tree that stands there
     * @return as for a whole document, with pointers from the document's root
     * @throws IllegalArgumentException
     *             if the schema has no such place
     */
    public static List<Violation> check(List<?> place, @Nullable Object part) {
        Schema schema = SchemaWalk.at(place);
        if (schema == null) {
            throw new IllegalArgumentException("the schema has no place " + place);
        }
        if (Fit.isSure(schema, part)) {
            return List.of();
        }
        try {
            Validator.builder().build().performValidation(schema, JsonTree.of(part));
            return List.of();
        } catch (ValidationException invalid) {
            return new Explanation(part, place).of(invalid);
        }
    }

    /**
     * Whether the specification has an attribute.
     *
     * @param place
     *            where it would stand, such as {@code services}, any name, {@code ports}, any index, {@code target}
     */
    public static boolean knows(List<?> place) {
        return SchemaWalk.at(place) != null;
    }

    /**
     * The attributes that the mapping at a place may have, in the order of the schema; without names that a user is
     * free to choose and without {@code x-} extensions. Empty where there are none.
     */
    public static List<String> attributes(List<?> place) {
        Schema schema = SchemaWalk.at(place);
        return schema == null ? List.of() : List.copyOf(SchemaWalk.attributes(schema).keySet());
    }
}
