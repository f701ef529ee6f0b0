package dev.jcompose.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a template.
 *
 * @param text
 *            the result; of use only if there are no faults
 * @param uses
 *            every variable that was looked up, and what went into its value; nested ones before the one they are in
 * @param faults
 *            everything that went wrong; empty if nothing did
 */
public record Expansion(String text, List<Use> uses, List<Fault> faults) {
    public Expansion {
        uses = List.copyOf(uses);
        faults = List.copyOf(faults);
    }

    /**
     * One variable looked up.
     *
     * @param offset
     *            where its {@code $} stands
     * @param value
     *            what the template got for it, or null for nothing
     * @param source
     *            who supplied the value: as {@link Variables.Value#source()}, or {@code default} or {@code unset}
     * @param missing
     *            whether it is unset and nothing was said for that case
     */
    public record Use(int offset, String name, @Nullable String value, String source, boolean missing) {}

    /**
     * One thing wrong.
     *
     * @param offset
     *            where the {@code $} of the variable stands
     * @param hint
     *            what to do about it
     */
    public record Fault(int offset, String message, String hint) {}
}
