package dev.jcompose.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** What the help says of one option or argument, and where its parsed value is. */
abstract class Word {
    private final ArgSpec spec;
    private final List<String> names;
    private final String label;
    private final String meaning;
    private final boolean hidden;

    Word(ArgSpec spec, List<String> names, String label, String meaning, boolean hidden) {
        this.spec = spec;
        this.names = names;
        this.label = label;
        this.meaning = meaning;
        this.hidden = hidden;
    }

    /** As written, short form first: {@code [-f, --follow]}; empty for an argument. */
    List<String> names() {
        return names;
    }

    /** What stands for the value in the help; empty for a flag. */
    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    boolean hidden() {
        return hidden;
    }

    /** The form that messages use: the long one, if there is one. */
    public String name() {
        return names.isEmpty() ? label : names.getLast();
    }

    /** Whether the command line names it at all. */
    public boolean given() {
        return said() != null;
    }

    /** What may be said after its name. */
    abstract Kind kind();

    /** What counts where nothing is said; empty where there is nothing. */
    String fallback() {
        return "";
    }

    /** What may be said, where that is a few words. */
    List<String> words() {
        return List.of();
    }

    /** Refuses what cannot be understood. */
    void check() {
    }

    @Nullable
    Object said() {
        return spec.getValue();
    }
}
