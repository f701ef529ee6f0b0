package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives values to what only names a variable: an {@code environment} item without {@code =}, and configs that are
 * taken from the environment. The variables are those of the file, which for an included file may be more than the
 * project's.
 */
final class BareVariables {
    private BareVariables() {
    }

    static Mapping resolve(Mapping tree, Environment environment) {
        Mapping resolved = EachEntry.in(tree, "services", (name, node) -> node instanceof Mapping service
                && service.get("environment") instanceof Sequence items
                        ? service.with("environment", items(items, environment))
                        : node);
        return EachEntry.in(resolved, "configs", (name, node) -> node instanceof Mapping config
                && config.get("environment") instanceof Scalar variable ? config(config, variable, environment) : node);
    }

    private static Mapping config(Mapping config, Scalar variable, Environment environment) {
        Variables.Value value = environment.find(variable.text());
        return value == null
                ? config
                : config.with("content", Scalar.string(value.value(), used(variable, variable.text(), value)));
    }

    private static Sequence items(Sequence items, Environment environment) {
        List<Node> resolved = new ArrayList<>();
        for (Node item : items.items()) {
            Variables.Value value = item instanceof Scalar scalar ? environment.find(scalar.text()) : null;
            if (value != null && item instanceof Scalar scalar) {
                resolved.add(Scalar.string(scalar.text() + "=" + value.value(), used(scalar, scalar.text(), value)));
            } else {
                resolved.add(item);
            }
        }
        return items.withItems(resolved);
    }

    private static Origin used(Scalar scalar, String name, Variables.Value value) {
        return scalar.origin().using(List.of(new VariableUse(name, value.value(), value.source())));
    }
}
