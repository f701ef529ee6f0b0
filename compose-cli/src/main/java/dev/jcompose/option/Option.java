package dev.jcompose.option;

import java.util.List;

/**
 * An option as its command declares it.
 *
 * @param names
 *            as written, short forms first: {@code [-f, --follow]}
 * @param kind
 *            what may be said after its name
 * @param fallback
 *            what counts where nothing is said: {@code true} or {@code false} for a flag; empty where there is nothing
 * @param words
 *            what may be said, where that is a few words; empty where it may be anything
 * @param label
 *            what stands for the value in the help; empty for a flag
 * @param meaning
 *            what the help says of it
 * @param hidden
 *            whether the help leaves it out
 */
public record Option(List<String> names, Kind kind, String fallback, List<String> words, String label,
        String meaning, boolean hidden) {
    public Option {
        names = List.copyOf(names);
        words = List.copyOf(words);
    }
}
