package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;

/** {@code build.ssh}: {@code default}, or {@code ID=PATH}, as a mapping. */
final class SshForm {
    private SshForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(node instanceof Sequence sequence)) {
            return node;
        }
        MappingBuilder keys = new MappingBuilder();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (!(sequence.items().get(i) instanceof Scalar item)) {
                continue;
            }
            String text = item.text();
            int equals = text.indexOf('=');
            if (equals >= 0) {
                keys.put(text.substring(0, equals), item.position(),
                        Scalar.string(text.substring(equals + 1), item.origin()));
            } else if (text.equals("default")) {
                keys.put(text, item.position(), Scalar.of(null, item.origin()));
            } else {
                at.index(i).error(item, "no path for the key '" + text + "'", "write default or ID=PATH");
            }
        }
        return keys.build(sequence.origin());
    }
}
