package dev.jcompose.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands there are. */
public interface Commands {
    /** The command of that name, to be run once; empty where there is none. */
    Optional<Command> create(String name);

    /** How many of these words are the name of a command, at least 1. */
    int wordsOfName(List<String> words);

    /** Last words of the names that begin with this one, and what those commands do; the whole program is "". */
    Map<String, String> summariesBelow(String group);
}
