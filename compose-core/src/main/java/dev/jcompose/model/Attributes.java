package dev.jcompose.model;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of one mapping of the canonical tree by type. An attribute that is absent and one that is null
 * are the same: null, or an empty collection. A value of another type than the schema allows ends in an
 * {@link InvalidProjectException} with its position.
 */
final class Attributes {
    private final Mapping mapping;
    private final YamlPath path;

    private Attributes(Mapping mapping, YamlPath path) {
        this.mapping = mapping;
        this.path = path;
    }

    static Attributes of(Mapping mapping, YamlPath path) {
        return new Attributes(mapping, path);
    }

    /** The mapping read from. */
    Mapping mapping() {
        return mapping;
    }

    /** Where it is in the document. */
    YamlPath path() {
        return path;
    }

    /** Whether there is a value other than null. */
    boolean has(String key) {
        return value(key) != null;
    }

    @Nullable
    String string(String key) {
        Node node = value(key);
        return node == null ? null : text(node, key);
    }

    String string(String key, String otherwise) {
        String text = string(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    Boolean bool(String key) {
        return parsed(key, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** False where nothing is said. */
    boolean flag(String key) {
        return Boolean.TRUE.equals(bool(key));
    }

    @Nullable
    Integer integer(String key) {
        return parsed(key, "an integer", Integer::valueOf);
    }

    @Nullable
    Long longInteger(String key) {
        return parsed(key, "an integer", Attributes::whole);
    }

    @Nullable
    Double number(String key) {
        return parsed(key, "a number", Double::valueOf);
    }

    /** Bytes; null where nothing is said. */
    @Nullable
    Long bytes(String key) {
        return parsed(key, "a size such as 64m", ByteSize::parse);
    }

    @Nullable
    Duration duration(String key) {
        return parsed(key, "a duration such as 1m30s", GoDuration::parse);
    }

    /** Permission bits: octal where text, as it stands where a number. */
    @Nullable
    Integer mode(String key) {
        Node node = value(key);
        if (node instanceof Scalar scalar && scalar.value() instanceof Long number) {
            return Math.toIntExact(number);
        }
        return parsed(key, "an octal mode such as \"0440\"", text -> Integer.valueOf(text, 8));
    }

    /** The texts of a list; a single text counts as a list of one. */
    List<String> strings(String key) {
        List<String> some = stringsOrNull(key);
        return some == null ? List.of() : some;
    }

    /** The texts of a list, or null where nothing is said: where an empty list means something else. */
    @Nullable
    List<String> stringsOrNull(String key) {
        Node node = value(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof Sequence sequence)) {
            return List.of(text(node, key));
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.items()) {
            int index = texts.size();
            texts.add(text(item, () -> path.key(key).index(index)));
        }
        return List.copyOf(texts);
    }

    /** Keys and texts; null stands for a key without a value. A list of {@code K=V} is understood as well. */
    Map<String, @Nullable String> nullableStringMap(String key) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        Node node = value(key);
        if (node instanceof Sequence) {
            for (String entry : strings(key)) {
                int equals = entry.indexOf('=');
                texts.put(equals < 0 ? entry : entry.substring(0, equals),
                        equals < 0 ? null : entry.substring(equals + 1));
            }
        } else if (node != null) {
            Mapping entries = mappingOf(node, () -> path.key(key));
            for (String name : entries.keys()) {
                Node entry = entries.get(name);
                texts.put(name, entry == null || isNull(entry) ? null : text(entry, () -> path.key(key).key(name)));
            }
        }
        return Ordered.copyOf(texts);
    }

    /** Keys and texts; a key without a value has the empty text. */
    Map<String, String> stringMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        nullableStringMap(key).forEach((name, text) -> texts.put(name, text == null ? "" : text));
        return Ordered.copyOf(texts);
    }

    /** The mapping under a key, decoded; null where there is none. */
    <T> @Nullable T object(String key, Function<Attributes, T> decode) {
        Node node = value(key);
        if (node == null) {
            return null;
        }
        YamlPath at = path.key(key);
        return decode.apply(of(mappingOf(node, () -> at), at));
    }

    /** The attributes under a key; none where there is no such key. */
    Attributes section(String key) {
        Attributes found = object(key, a -> a);
        return found == null ? of(Mapping.empty(Origin.at(mapping.position())), path.key(key)) : found;
    }

    /** The mappings of a list, decoded. */
    <T> List<T> objects(String key, Function<Attributes, T> decode) {
        Node node = value(key);
        List<T> decoded = new ArrayList<>();
        if (node != null) {
            if (!(node instanceof Sequence sequence)) {
                throw wrong(node.position(), path.key(key), "a list");
            }
            for (Node item : sequence.items()) {
                YamlPath at = path.key(key).index(decoded.size());
                decoded.add(decode.apply(of(mappingOf(item, () -> at), at)));
            }
        }
        return List.copyOf(decoded);
    }

    /** Names and what they stand for, decoded; a name with nothing below it has no attributes. */
    <T> Map<String, T> named(String key, BiFunction<String, Attributes, T> decode) {
        Map<String, T> decoded = new LinkedHashMap<>();
        Node node = value(key);
        if (node != null) {
            Mapping entries = mappingOf(node, () -> path.key(key));
            for (String name : entries.keys()) {
                Node entry = entries.get(name);
                YamlPath at = path.key(key).key(name);
                Mapping below = entry == null || isNull(entry)
                        ? Mapping.empty(Origin.at(entries.keyPosition(name)))
                        : mappingOf(entry, () -> at);
                decoded.put(name, decode.apply(name, of(below, at)));
            }
        }
        return Ordered.copyOf(decoded);
    }

    /** The value under a key, or null where there is none or it is YAML's null. */
    @Nullable
    Node value(String key) {
        Node node = mapping.get(key);
        return node == null || isNull(node) ? null : node;
    }

    private <T> @Nullable T parsed(String key, String wanted, Function<String, T> parse) {
        Node node = value(key);
        if (node == null) {
            return null;
        }
        try {
            return parse.apply(text(node, key));
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            throw wrong(node.position(), path.key(key), wanted);
        }
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException another) {
            return new java.math.BigDecimal(text).longValueExact(); // 1e3, 1.0
        }
    }

    private static boolean isNull(Node node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    private static Mapping mappingOf(Node node, Supplier<YamlPath> path) {
        if (node instanceof Mapping found) {
            return found;
        }
        throw wrong(node.position(), path.get(), "a mapping");
    }

    private String text(Node node, String key) {
        return text(node, () -> path.key(key));
    }

    /** The path is put together only where it is told. */
    private static String text(Node node, Supplier<YamlPath> path) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "" : scalar.isString() ? scalar.text() : plain(scalar);
        }
        throw wrong(node.position(), path.get(), "a single value");
    }

    private static String plain(Scalar scalar) {
        Object value = scalar.value();
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }

    private static InvalidProjectException wrong(Position position, YamlPath path, String wanted) {
        return new InvalidProjectException(Problem.error(position, path, "not " + wanted));
    }
}
