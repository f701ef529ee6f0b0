package dev.jcompose.command;

import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.Kind;
import dev.jcompose.option.Option;
import dev.jcompose.option.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What may stand for the last word of a command line, by what is declared and by what the project has. */
final class Completion {
    /** Words that go on after what is offered, such as {@code web=}. */
    private static final int NO_SPACE = 2;
    private static final int NO_FILES = 4;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> before;
    private final String word;
    private final Commands commands;
    private final Session session;
    private int directive = NO_FILES;

    private Completion(List<String> line, Commands commands, Session session) {
        this.before = line.subList(0, line.size() - 1);
        this.word = line.getLast().equals("\"\"") ? "" : line.getLast();
        this.commands = commands;
        this.session = session;
    }

    /**
     * A word that may stand there.
     *
     * @param meaning
     *            for people; empty where the word says it all
     */
    record Candidate(String text, String meaning) {}

    /** What may stand for the last of these words, which may be empty. */
    static Completion of(List<String> line, Commands commands, Session session) {
        Completion completion = new Completion(line, commands, session);
        completion.find();
        return completion;
    }

    /** What may stand there, in the order to show. */
    List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** What shells are to do: the sum of 2, leave no space behind the word, and 4, do not offer files. */
    int directive() {
        return directive;
    }

    private void find() {
        Syntax program = new GlobalOptions().syntax();
        int command = endOfOptions(program, 0);
        if (command < 0) {
            value(option(program, before.getLast()), "", before.size() - 1);
        } else if (command >= before.size()) {
            if (word.startsWith("-")) {
                options(program, command);
            } else {
                commands.summariesBelow("").forEach(this::offer);
            }
        } else {
            withinCommand(command);
        }
    }

    private void withinCommand(int first) {
        int count = commands.wordsOfName(before.subList(first, before.size()));
        String name = String.join(" ", before.subList(first, first + count));
        Optional<Command> command = commands.create(name);
        if (command.isEmpty()) {
            return;
        }
        Syntax syntax = command.get().syntax();
        int given = 0;
        int at = first + count;
        while (at >= 0 && at < before.size()) {
            at = endOfOptions(syntax, at);
            if (at >= 0 && at < before.size()) {
                given++;
                at = syntax.isStoppingAtArgument() ? before.size() : at + 1;
            }
        }
        if (at < 0) {
            value(option(syntax, before.getLast()), "", first);
        } else if (word.startsWith("-") && !(given > 0 && syntax.isStoppingAtArgument())) {
            options(syntax, first);
        } else {
            argument(name, syntax, given, first);
        }
    }

    /** Where the options that begin there end; -1 where the last word is the value of one. */
    private int endOfOptions(Syntax syntax, int from) {
        int at = from;
        while (at < before.size() && before.get(at).startsWith("-") && before.get(at).length() > 1) {
            Optional<Option> option = option(syntax, before.get(at));
            boolean takesNext = option.isPresent() && option.get().kind() != Kind.FLAG && !before.get(at).contains("=");
            at += takesNext ? 2 : 1;
            if (at > before.size()) {
                return -1;
            }
        }
        return at;
    }

    private static Optional<Option> option(Syntax syntax, String said) {
        String name = said.startsWith("--") && said.contains("=") ? said.substring(0, said.indexOf('=')) : said;
        return syntax.declared().stream().filter(option -> option.names().contains(name)).findFirst();
    }

    private void options(Syntax syntax, int globals) {
        if (word.startsWith("--") && word.contains("=")) {
            value(option(syntax, word), word.substring(0, word.indexOf('=') + 1), globals);
            return;
        }
        syntax.declared().stream().filter(option -> !option.hidden())
                .sorted(Comparator.comparing(option -> option.names().getLast()))
                .forEach(option -> option.names().forEach(name -> offer(name, option.meaning())));
    }

    /** The value of an option; the words before it that are the program's own end there. */
    private void value(Optional<Option> found, String prefix, int globals) {
        if (found.isEmpty() || found.get().kind() == Kind.FLAG) {
            return;
        }
        Option option = found.get();
        option.words().forEach(each -> offer(prefix + each, ""));
        ProjectWords project = new ProjectWords(session, before.subList(0, globals));
        switch (option.label()) {
            case "FILE", "DIR", "PATH" -> directive = 0;
            case "SERVICE", "SERVICES" -> project.services().forEach(name -> offer(prefix + name, ""));
            case "SERVICE=NUM" -> openEnded(project.services(), prefix, "=");
            case "VOLUME" -> project.volumes().forEach(name -> offer(prefix + name, ""));
            default -> {
                if (option.names().contains("--profile")) {
                    project.profiles().forEach(name -> offer(prefix + name, ""));
                } else if (option.names().contains("--project-name")) {
                    project.projects().forEach(name -> offer(prefix + name, ""));
                }
            }
        }
    }

    private void argument(String name, Syntax syntax, int given, int globals) {
        List<String> labels = syntax.argumentLabels();
        commands.summariesBelow(name).forEach(this::offer);
        if (name.equals("help")) {
            commands.summariesBelow(String.join(" ", before.subList(globals + 1, before.size()))).forEach(this::offer);
            return;
        }
        if (labels.isEmpty() || (given > 0 && syntax.isStoppingAtArgument())) {
            directive = labels.isEmpty() ? NO_FILES : 0;
            return;
        }
        syntax.argumentWords(given).forEach(each -> offer(each, ""));
        String label = labels.get(Math.min(given, labels.size() - 1));
        ProjectWords project = new ProjectWords(session, before.subList(0, globals));
        if (label.contains("PATH") && label.contains("SERVICE:")) {
            directive = 0;
            openEnded(project.services(), "", ":");
        } else if (label.contains("PATH")) {
            directive = 0;
        } else if (label.contains("SERVICE=")) {
            openEnded(project.services(), "", "=");
        } else if (label.contains("SERVICE") && (given == 0 || label.contains("..."))) {
            project.services().stream().filter(service -> !before.subList(globals, before.size()).contains(service))
                    .forEach(service -> offer(service, ""));
        }
    }

    private void openEnded(Iterable<String> names, String prefix, String end) {
        names.forEach(name -> offer(prefix + name + end, ""));
        directive |= NO_SPACE;
    }

    private void offer(String text, String meaning) {
        if (text.startsWith(word)) {
            candidates.add(new Candidate(text, meaning));
        }
    }
}
