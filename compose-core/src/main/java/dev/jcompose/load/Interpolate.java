package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.template.Expansion;
import dev.jcompose.template.Template;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces variables in the values of one document, not in its keys, and gives a text the type that its attribute
 * asks for. A value keeps its position and remembers the variables that went into it.
 */
final class Interpolate {
    private final Environment environment;
    private final LoadContext context;

    private Interpolate(Environment environment, LoadContext context) {
        this.environment = environment;
        this.context = context;
    }

    static Mapping run(Mapping document, Environment environment, LoadContext context) {
        return new Interpolate(environment, context).mapping(document, Rules.STANDARD.root(),
                Site.root(context.problems()));
    }

    private Node node(Node node, RuleNode rules, Site at) {
        return switch (node) {
            case Mapping mapping -> mapping(mapping, rules, at);
            case Sequence sequence -> sequence(sequence, rules, at);
            case Scalar scalar -> scalar.value() instanceof String text ? text(scalar, text, rules, at) : scalar;
        };
    }

    private Mapping mapping(Mapping mapping, RuleNode rules, Site at) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key,
                new Mapping.Entry(entry.keyPosition(), node(entry.value(), rules.key(key), at.key(key)))));
        return mapping.withEntries(entries);
    }

    private Sequence sequence(Sequence sequence, RuleNode rules, Site at) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(node(sequence.items().get(i), rules.items(), at.index(i)));
        }
        return sequence.withItems(items);
    }

    private Scalar text(Scalar scalar, String text, RuleNode rules, Site at) {
        ScalarType type = rules.rule().scalar();
        if (type == null && text.indexOf('$') < 0) {
            return scalar;
        }
        Expansion expansion = Template.expand(text, environment);
        List<VariableUse> uses = new ArrayList<>();
        for (Expansion.Use use : expansion.uses()) {
            uses.add(new VariableUse(use.name(), use.value(), use.source()));
            if (use.missing()) {
                context.warnOnce("variable " + use.name(),
                        () -> Problem.warning(position(scalar, use.offset()), at.path(),
                                "the variable " + use.name() + " is not set and counts as empty",
                                "set it, write ${" + use.name() + ":-}, or '$$' for a plain '$'"));
            }
        }
        for (Expansion.Fault fault : expansion.faults()) {
            context.faults().spoil(scalar.position(),
                    Problem.error(position(scalar, fault.offset()), at.path(), fault.message(),
                            fault.hint()));
        }
        if (!expansion.faults().isEmpty()) {
            return scalar;
        }
        context.allowance().write(expansion.text().length(), scalar.position());
        Scalar expanded = new Scalar(expansion.text(), expansion.text(), scalar.plain() && uses.isEmpty(),
                scalar.origin().using(uses), scalar.mergeTag());
        return type == null ? expanded : typed(expanded, type, at);
    }

    private Scalar typed(Scalar scalar, ScalarType type, Site at) {
        Object value = type.read(scalar.text());
        if (value == null) {
            context.faults().spoil(scalar.position(), Problem.error(scalar.position(), at.path(),
                    "expected " + type.wanted() + ", but found '" + scalar.text() + "'"));
            return scalar;
        }
        if (type == ScalarType.BOOLEAN && ScalarType.isOldBoolean(scalar.text())) {
            at.warning(scalar, "'" + scalar.text() + "' is no boolean of YAML 1.2", "write '" + value + "'");
        }
        return new Scalar(value, scalar.text(), scalar.plain(), scalar.origin(), scalar.mergeTag());
    }

    /** Where a character of the text stands; the start of the value where that cannot be told. */
    private static Position position(Scalar scalar, int offset) {
        Position start = scalar.position();
        return scalar.plain()
                ? new Position(start.file(), start.line(), start.column() + scalar.text().codePointCount(0, offset))
                : start;
    }
}
