package dev.jcompose.template;

import dev.jcompose.template.Expansion.Fault;
import dev.jcompose.template.Expansion.Use;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text with variables in it, taken apart. Immutable.
 *
 * @param parts
 *            in order
 */
public record Template(List<Part> parts) {
    /** The longest text that an expansion may give. */
    public static final int MAX_LENGTH = 16 << 20;

    private static final int MOST_INNER_USES = 20;

    public Template { parts = List.copyOf(parts); }

    /** Takes text apart; whatever it holds, it becomes a template, if need be with {@link Part.Invalid} parts. */
    public static Template parse(String text) {
        return new TemplateParser(text, 0, text.length(), 0).parse();
    }

    /** Shorthand for parsing and expanding. */
    public static Expansion expand(String text, Variables variables) {
        return text.indexOf('$') < 0 ? new Expansion(text, List.of(), List.of()) : parse(text).expand(variables);
    }

    /**
     * Puts the variables in. The text that goes with an operator is expanded whether it is needed or not, so what is
     * wrong in it shows at once.
     */
    public Expansion expand(Variables variables) {
        List<Use> uses = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String text = expand(variables, uses, faults);
        return new Expansion(text, uses, faults);
    }

    private String expand(Variables variables, List<Use> uses, List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text literal -> text.append(literal.text());
                case Part.Invalid invalid -> faults.add(
                        new Fault(invalid.offset(), invalid.message(), invalid.hint()));
                case Part.Variable variable -> {
                    String argument = variable.argument().expand(variables, uses, faults);
                    text.append(value(variable, argument, variables.find(variable.name()), uses, faults));
                    if (text.length() > MAX_LENGTH) {
                        faults.add(new Fault(variable.offset(), "the text grows longer than "
                                + (MAX_LENGTH >> 20) + " Mi characters", "use fewer or shorter variables"));
                        return "";
                    }
                }
            }
        }
        return text.toString();
    }

    private static String value(Part.Variable variable, String argument, Variables.@Nullable Value found,
            List<Use> uses, List<Fault> faults) {
        String name = variable.name();
        Operator operator = variable.operator();
        boolean usable = found != null && !(operator.wantsFilled() && found.value().isEmpty());
        switch (operator) {
            case DEFAULT_IF_UNSET, DEFAULT_IF_EMPTY -> {
                if (!usable) {
                    uses.add(new Use(variable.offset(), name, argument, "default", false));
                    return argument;
                }
            }
            case ALTERNATIVE_IF_SET, ALTERNATIVE_IF_FILLED -> {
                if (found != null && usable) {
                    uses.add(new Use(variable.offset(), name, argument, found.source(), false));
                    return argument;
                }
            }
            case REQUIRED_SET, REQUIRED_FILLED -> {
                if (!usable) {
                    faults.add(new Fault(variable.offset(),
                            "the required variable " + name + (found == null ? " is not set" : " is empty")
                                    + (argument.isEmpty() ? "" : ": " + argument),
                            "set " + name + " in the shell or in an env file"));
                }
            }
            case NONE -> {
                // an unset variable is nothing, and missing
            }
        }
        if (found != null) {
            found.uses().stream().limit(MOST_INNER_USES).forEach(use -> uses.add(
                    new Use(variable.offset(), use.name(), use.value(), use.source(), false)));
        }
        uses.add(found == null
                ? new Use(variable.offset(), name, null, "unset", operator == Operator.NONE)
                : new Use(variable.offset(), name, found.value(), found.source(), false));
        return found == null ? "" : found.value();
    }
}
