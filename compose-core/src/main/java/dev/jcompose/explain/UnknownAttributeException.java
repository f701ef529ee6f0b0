package dev.jcompose.explain;

import dev.jcompose.load.Known;
import dev.jcompose.source.ComposeException;
import dev.jcompose.yaml.AttributePath.Missing;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;

/** A path that leads nowhere; the message says how far it leads, and what there is. */
public final class UnknownAttributeException extends ComposeException {
    private static final long serialVersionUID = 1L;

    UnknownAttributeException(String path, Missing missing) {
        super((path.isEmpty() ? "an empty path" : path) + ": " + message(missing));
    }

    private static String message(Missing missing) {
        String reached = missing.reached().size() == 0 ? "the project" : missing.reached().toString();
        return switch (missing.at()) {
            case Scalar scalar -> reached + " is a single value; nothing is below it";
            case Sequence sequence when sequence.items().isEmpty() -> reached + " is an empty list";
            case Sequence sequence -> "no " + missing.missing() + " in " + reached + ", which has [0]"
                    + (sequence.items().size() == 1 ? "" : " to [" + (sequence.items().size() - 1) + "]");
            case Mapping mapping -> "no '" + missing.missing() + "' in " + reached + "; "
                    + hint(missing.missing(), mapping);
        };
    }

    private static String hint(String name, Mapping mapping) {
        String near = Known.hint(name, mapping.keys());
        String all = Known.names(mapping.keys());
        return near.equals(all) ? all : near + " " + all;
    }
}
