package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.Position;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Via;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a service's files set, each value with its line and with what an earlier file had set. */
final class FileVariables {
    private final Via.Kind kind;
    private final Allowance allowance;
    private final Map<String, Node> found = new LinkedHashMap<>();

    FileVariables(Via.Kind kind, Allowance allowance) {
        this.kind = kind;
        this.allowance = allowance;
    }

    /**
     * Adds what one file set.
     *
     * @param after
     *            all variables, with those of the file
     * @param before
     *            all variables without them
     * @param reference
     *            the value that names the file
     */
    void add(Environment after, Environment before, Scalar reference) {
        int all = after.names().size();
        allowance.supply(all, all - before.names().size(), reference.position());
        for (String name : after.names()) {
            Variables.Value value = after.find(name);
            if (value != null && !value.equals(before.find(name))) {
                allowance.write(value.value().length(), reference.position());
                Origin origin = origin(name, value, reference.origin()).through(kind, reference.position());
                Node earlier = found.get(name);
                found.put(name, Scalar.string(value.value(), earlier == null ? origin : origin.replacing(earlier)));
            }
        }
    }

    /**
     * All of it, with what the Compose file says itself in place of what the files say.
     *
     * @param own
     *            null for nothing
     * @param origin
     *            of the whole, if the Compose file says nothing
     */
    Mapping under(@Nullable Mapping own, Origin origin) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        found.forEach((name, value) -> entries.put(name, new Mapping.Entry(value.position(), value)));
        if (own == null) {
            return Mapping.of(entries, origin);
        }
        own.entries().forEach((name, entry) -> {
            Node value = entry.value();
            Node earlier = found.get(name);
            entries.put(name, earlier == null
                    ? entry
                    : new Mapping.Entry(entry.keyPosition(), value.withOrigin(value.origin().replacing(earlier))));
        });
        return Mapping.of(entries, own.origin());
    }

    private static Origin origin(String name, Variables.Value value, Origin otherwise) {
        int colon = value.source().lastIndexOf(':');
        String line = value.source().substring(colon + 1);
        return colon > 0 && isNumber(line)
                ? Origin.at(new Position(value.source().substring(0, colon), Integer.parseInt(line), 1))
                        .using(value.uses().stream()
                                .map(use -> new VariableUse(use.name(), use.value(), use.source()))
                                .toList())
                : Origin.at(otherwise.position()).using(
                        List.of(new VariableUse(name, value.value(), value.source())));
    }

    private static boolean isNumber(String line) {
        return !line.isEmpty() && line.length() < 10 && line.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
