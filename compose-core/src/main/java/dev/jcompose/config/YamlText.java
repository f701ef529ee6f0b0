package dev.jcompose.config;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.Map;

/** Writes a tree as YAML in block style: two spaces a level, sequences indented under their key, no line folded. */
final class YamlText {
    private final StringBuilder text = new StringBuilder();

    private YamlText() {
    }

    static String of(Node node) {
        YamlText writer = new YamlText();
        writer.value(node, 0, Context.ROOT);
        return writer.text.toString();
    }

    /** Where a value stands, which decides how it begins. */
    private enum Context {
        /** At the start of the text. */
        ROOT,
        /** After {@code key:}. */
        KEY,
        /** After {@code -}. */
        ITEM
    }

    private void value(Node node, int indent, Context context) {
        switch (node) {
            case Mapping mapping -> mapping(mapping, indent, context);
            case Sequence sequence -> sequence(sequence, indent, context);
            case Scalar scalar -> {
                separate(context);
                text.append(YamlScalar.value(scalar, indent)).append('\n');
            }
        }
    }

    private void mapping(Mapping mapping, int indent, Context context) {
        if (mapping.entries().isEmpty()) {
            separate(context);
            text.append("{}\n");
            return;
        }
        boolean first = begin(context);
        for (Map.Entry<String, Mapping.Entry> each : mapping.entries().entrySet()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            boolean simple = YamlScalar.isSimpleKey(each.getKey());
            text.append(simple ? "" : "? ").append(YamlScalar.key(each.getKey(), indent + 2));
            if (!simple) {
                text.append('\n');
                indent(indent);
            }
            text.append(':');
            value(each.getValue().value(), indent + 2, Context.KEY);
        }
    }

    private void sequence(Sequence sequence, int indent, Context context) {
        if (sequence.items().isEmpty()) {
            separate(context);
            text.append("[]\n");
            return;
        }
        boolean first = begin(context);
        for (Node item : sequence.items()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            text.append('-');
            value(item, indent + 2, Context.ITEM);
        }
    }

    /** Whether the first entry goes on in the line where the text is. */
    private boolean begin(Context context) {
        if (context == Context.KEY) {
            text.append('\n');
            return false;
        }
        separate(context);
        return true;
    }

    private void separate(Context context) {
        if (context != Context.ROOT) {
            text.append(' ');
        }
    }

    private void indent(int width) {
        text.append(" ".repeat(width));
    }
}
