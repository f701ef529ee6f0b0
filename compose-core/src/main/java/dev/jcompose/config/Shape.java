package dev.jcompose.config;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one kind of mapping in the order in which they are written, and which of them are written when
 * they are empty. Attributes that a shape does not know are written after those it knows, so that a new one is printed
 * and digested without being listed here. Immutable once built.
 */
final class Shape {
    private final List<Attribute> attributes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** When an attribute is written. */
    enum Presence {
        /** Unless empty: false, 0, no text, no entries. */
        FILLED,
        /** Unless it is null or absent. */
        SET,
        /** In YAML unless empty, in JSON always, as an object. */
        OBJECT,
        /** In YAML unless absent, in JSON always, null for an absent one. */
        NULLABLE,
        /** Always: 0 for an absent one. */
        ALWAYS,
        /** Always: a text for an absent one, too. */
        TEXT,
        /** Never. */
        HIDDEN
    }

    /** Turns a value into what is written for it. */
    @FunctionalInterface
    interface Printer {
        Node print(Node value, Format format);
    }

    private record Attribute(String name, Presence presence, String zero, Printer printer) {
        boolean isEmpty(Node value) {
            return switch (value) {
                case Mapping mapping -> mapping.entries().isEmpty();
                case Sequence sequence -> sequence.items().isEmpty();
                case Scalar scalar -> switch (scalar.value()) {
                    case null -> true;
                    case Boolean flag -> !flag;
                    case Number number -> number.doubleValue() == 0;
                    case String text -> text.isEmpty() || text.equals(zero);
                    default -> false;
                };
            };
        }
    }

    /** Attributes written unless empty, parted by spaces. */
    Shape filled(String names) {
        return add(names, Presence.FILLED, "", Shape::free);
    }

    /** Byte sizes, of which 0 is empty. */
    Shape sizes(String names) {
        return add(names, Presence.FILLED, "0", Shape::free);
    }

    /** Durations, of which 0 is empty. */
    Shape durations(String names) {
        return add(names, Presence.FILLED, "0s", Shape::free);
    }

    Shape set(String names) {
        return add(names, Presence.SET, "", Shape::free);
    }

    Shape nullable(String names) {
        return add(names, Presence.NULLABLE, "", Shape::free);
    }

    Shape always(String names) {
        return add(names, Presence.ALWAYS, "", Shape::free);
    }

    /** Written always; {@code absent} where it is not given. */
    Shape alwaysText(String names, String absent) {
        return add(names, Presence.TEXT, absent, Shape::free);
    }

    Shape hidden(String names) {
        return add(names, Presence.HIDDEN, "", Shape::free);
    }

    Shape printed(String name, Presence presence, Printer printer) {
        return add(name, presence, "", printer);
    }

    /** A mapping of another shape, written unless null. */
    Shape one(String name, Shape inner) {
        return add(name, Presence.SET, "", inner::arrange);
    }

    /** A mapping of another shape, which JSON writes even if empty. */
    Shape object(String name, Shape inner) {
        return add(name, Presence.OBJECT, "", inner::arrange);
    }

    /** A sequence of mappings of another shape. */
    Shape list(String name, Shape inner) {
        return add(name, Presence.FILLED, "", (value, format) -> items(value, inner::arrange, format));
    }

    /** A mapping from names to mappings of another shape. */
    Shape map(String name, Shape inner) {
        return map(name, inner::arrange);
    }

    Shape map(String name, Printer printer) {
        return add(name, Presence.FILLED, "", (value, format) -> values(value, printer, format));
    }

    private Shape add(String names, Presence presence, String zero, Printer printer) {
        for (String name : names.split(" ", -1)) {
            attributes.add(new Attribute(name, presence, zero, printer));
            known.add(name);
        }
        return this;
    }

    /** The mapping as it is written; null and texts are written as they are. */
    Node arrange(Node node, Format format) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, Mapping.Entry> written = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            @Nullable
            Node value = value(attribute, mapping, format);
            if (value != null) {
                written.put(attribute.name(), new Mapping.Entry(mapping.keyPosition(attribute.name()), value));
            }
        }
        Map<String, Mapping.Entry> others = new TreeMap<>(format.keys());
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key) && (format == Format.YAML || !key.startsWith("x-"))) {
                others.put(key, new Mapping.Entry(entry.keyPosition(), unknown(entry.value(), format)));
            }
        });
        written.putAll(others);
        return mapping.withEntries(written);
    }

    private static @Nullable Node value(Attribute attribute, Mapping mapping, Format format) {
        Node given = mapping.get(attribute.name());
        boolean unset = given == null || (given instanceof Scalar scalar && scalar.isNull());
        Node value = unset || given == null
                ? absent(attribute, format, mapping)
                : attribute.printer().print(given, format);
        if (value == null) {
            return null;
        }
        return switch (attribute.presence()) {
            case FILLED -> attribute.isEmpty(value) ? null : value;
            case OBJECT -> attribute.isEmpty(value) && format == Format.YAML ? null : value;
            case SET, NULLABLE, ALWAYS, TEXT -> value;
            case HIDDEN -> null;
        };
    }

    private static @Nullable Node absent(Attribute attribute, Format format, Mapping owner) {
        return switch (attribute.presence()) {
            case FILLED, SET, HIDDEN -> null;
            case OBJECT -> format == Format.JSON
                    ? attribute.printer().print(Mapping.empty(owner.origin()), format)
                    : null;
            case NULLABLE -> format == Format.JSON ? Scalar.of(null, owner.origin()) : null;
            case ALWAYS -> Scalar.of(0L, owner.origin());
            case TEXT -> Scalar.string(attribute.zero(), owner.origin());
        };
    }

    /** What has no shape: keys are sorted. */
    static Node free(Node node, Format format) {
        return switch (node) {
            case Mapping mapping -> values(mapping, Shape::free, format);
            case Sequence sequence -> items(sequence, Shape::free, format);
            case Scalar scalar -> scalar;
        };
    }

    /** What nothing is known of, such as extensions: in JSON, an empty sequence is null. */
    static Node unknown(Node node, Format format) {
        return switch (node) {
            case Mapping mapping -> values(mapping, Shape::unknown, format);
            case Sequence sequence when format == Format.JSON && sequence.items().isEmpty() ->
                Scalar.of(null, sequence.origin());
            case Sequence sequence -> items(sequence, Shape::unknown, format);
            case Scalar scalar -> scalar;
        };
    }

    static Node items(Node node, Printer printer, Format format) {
        return node instanceof Sequence sequence
                ? sequence.withItems(sequence.items().stream().map(item -> printer.print(item, format)).toList())
                : node;
    }

    static Node values(Node node, Printer printer, Format format) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, Mapping.Entry> sorted = new TreeMap<>(format.keys());
        mapping.entries().forEach((key, entry) -> sorted.put(key,
                new Mapping.Entry(entry.keyPosition(), printer.print(entry.value(), format))));
        return mapping.withEntries(sorted);
    }
}
