package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;

/** A mapping, or a sequence of {@code key=value}, as a mapping to texts. */
final class KeyValueForm {
    private KeyValueForm() {
    }

    /** Labels, options and the like: a key without a value has the empty text. */
    static Node filled(Node node, Site at) {
        return read(node, at, false);
    }

    /** Environment variables and build arguments: a key without a value is null and takes what the shell has. */
    static Node nullable(Node node, Site at) {
        return read(node, at, true);
    }

    /** Only the sequence form is changed, and each item must have a value. */
    static Node strict(Node node, Site at) {
        if (!(node instanceof Sequence sequence)) {
            return node;
        }
        for (Node item : sequence.items()) {
            if (item instanceof Scalar scalar && scalar.text().indexOf('=') < 0) {
                if (!at.lenient()) {
                    at.error(item, "'" + scalar.text() + "' has no value", "write KEY=VALUE");
                }
                return node;
            }
        }
        return split(sequence, at, false);
    }

    private static Node read(Node node, Site at, boolean nullable) {
        return switch (node) {
            case Sequence sequence -> split(sequence, at, nullable);
            case Mapping mapping -> texts(mapping, at, nullable);
            case Scalar scalar -> scalar;
        };
    }

    private static Mapping split(Sequence sequence, Site at, boolean nullable) {
        MappingBuilder pairs = new MappingBuilder();
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar scalar)) {
                continue;
            }
            String text = GoText.of(scalar.value());
            int equals = text.indexOf('=');
            String key = equals < 0 ? text : text.substring(0, equals);
            if (nullable && !key.isEmpty() && Character.isWhitespace(key.charAt(key.length() - 1))) {
                at.error(item, "space after the name in '" + text + "'",
                        "write " + key.strip() + "=" + text.substring(Math.min(text.length(), equals + 1)));
            }
            pairs.put(key, item.position(), value(text, equals, nullable, item.origin()));
        }
        return pairs.build(sequence.origin());
    }

    private static Scalar value(String text, int equals, boolean nullable, Origin origin) {
        if (equals >= 0) {
            return Scalar.string(text.substring(equals + 1), origin);
        }
        return nullable ? Scalar.of(null, origin) : Scalar.string("", origin);
    }

    private static Mapping texts(Mapping mapping, Site at, boolean nullable) {
        MappingBuilder texts = new MappingBuilder();
        boolean changed = false;
        for (var each : mapping.entries().entrySet()) {
            Node value = each.getValue().value();
            Node text = value instanceof Scalar scalar ? text(scalar, at.key(each.getKey()), nullable) : value;
            changed |= !Rewrite.same(text, value);
            texts.put(each.getKey(), each.getValue().keyPosition(), text);
        }
        return changed ? mapping.withEntries(texts.entries()) : mapping;
    }

    private static Scalar text(Scalar scalar, Site at, boolean nullable) {
        if (scalar.isString() || (scalar.isNull() && nullable)) {
            return scalar;
        }
        return Scalar.string(scalar.isNull() ? "" : LostCharacters.text(scalar, at), scalar.origin());
    }
}
