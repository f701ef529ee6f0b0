package dev.jcompose.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Help in the shape that docker's users know, no wider than 80 columns. */
public final class HelpText {
    private static final int WIDTH = 80;
    private static final int WIDEST_TERM = 32;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {
    }

    /** Help for one command. */
    public static String of(Syntax syntax) {
        HelpText help = new HelpText();
        help.head(syntax.usages(), syntax.summary());
        help.options(syntax);
        if (!syntax.examples().isEmpty()) {
            help.text.append("\nExamples:\n");
            syntax.examples().forEach(example -> help.text.append("  ").append(example).append('\n'));
        }
        return help.text.toString();
    }

    /** Help for the program, or a group of commands: its own options and all commands, name to summary. */
    public static String of(Syntax program, Map<String, String> commands) {
        HelpText help = new HelpText();
        help.head(program.usages(), program.summary());
        help.options(program);
        help.text.append("\nCommands:\n");
        int column = commands.keySet().stream().mapToInt(String::length).max().orElse(0) + 4;
        commands.forEach((name, summary) -> help.row("  " + name, column, summary));
        help.text.append("\nRun 'jcompose ").append(program.name().isEmpty() ? "" : program.name() + " ")
                .append("COMMAND --help' for more information on a command.\n");
        return help.text.toString();
    }

    private void head(List<String> usages, String summary) {
        String first = "Usage:  ";
        List<String> lines = usages.stream().flatMap(usage -> wrapped(usage, WIDTH - first.length()).stream()).toList();
        text.append('\n').append(first).append(lines.getFirst()).append('\n');
        lines.stream().skip(1).forEach(line -> text.append(" ".repeat(first.length())).append(line).append('\n'));
        text.append('\n');
        wrapped(summary, WIDTH).forEach(line -> text.append(line).append('\n'));
    }

    private void options(Syntax syntax) {
        List<Word> shown = syntax.options().stream().filter(option -> !option.hidden())
                .sorted(Comparator.comparing(option -> option.name().toLowerCase(Locale.ROOT))).toList();
        if (shown.isEmpty()) {
            return;
        }
        text.append("\nOptions:\n");
        int column = Math.min(WIDEST_TERM,
                shown.stream().mapToInt(option -> term(option).length()).max().orElse(0) + 3);
        shown.forEach(option -> row(term(option), column, meaning(option)));
    }

    /** What an option stands for where it is not given is told unless that is nothing. */
    private static String meaning(Word option) {
        return List.of("", "false", "0").contains(option.fallback())
                ? option.meaning()
                : option.meaning() + " (default " + option.fallback() + ")";
    }

    private static String term(Word option) {
        String names = String.join(", ", usualNames(option.names()));
        String label = option instanceof Texts ? option.label() + "..." : option.label();
        return (names.startsWith("--") ? "      " : "  ") + names + (option.label().isEmpty() ? "" : " " + label);
    }

    /** Up to the first long one: others after it are spellings of other versions. */
    private static List<String> usualNames(List<String> names) {
        List<String> usual = new ArrayList<>(names.stream().filter(name -> !name.startsWith("--")).toList());
        names.stream().filter(name -> name.startsWith("--")).findFirst().ifPresent(usual::add);
        return usual;
    }

    private void row(String term, int column, String meaning) {
        List<String> lines = wrapped(meaning, WIDTH - column);
        text.append(term);
        int at = term.length();
        if (at > column - 2) {
            text.append('\n');
            at = 0;
        }
        for (String line : lines) {
            text.append(" ".repeat(column - at)).append(line).append('\n');
            at = 0;
        }
    }

    private static List<String> wrapped(String meaning, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : meaning.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
