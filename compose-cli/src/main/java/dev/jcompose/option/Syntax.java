package dev.jcompose.option;

import dev.jcompose.words.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The words that a command takes. A command declares them while it is constructed and keeps what it is given; after
 * {@link #parse} these answer with what the command line said. Not for use by several threads.
 */
public final class Syntax {
    /** picocli's own factory looks for Groovy in every jar first, which takes longer than most commands. */
    private static final CommandLine.IFactory NOTHING_TO_MAKE = new CommandLine.IFactory() {
        @Override
        public <K> K create(Class<K> type) {
            throw new IllegalArgumentException("not to be made by picocli: " + type);
        }
    };

    private final CommandSpec spec;
    private final String name;
    private final String summary;
    private final List<Word> options = new ArrayList<>();
    private final List<Word> arguments = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private final List<String> forms = new ArrayList<>();
    private final Flag help;
    private boolean stopsAtArgument;
    private boolean leavesAllWords;
    private int required;

    /**
     * Words of the command of this name, so far none but {@code --help}.
     *
     * @param name
     *            as typed after the program's name; empty for the program itself
     * @param summary
     *            a line for lists of commands, without a full stop
     */
    public Syntax(String name, String summary) {
        this.name = name;
        this.summary = summary;
        this.spec = CommandSpec.wrapWithoutInspection(null, NOTHING_TO_MAKE).name(name.isEmpty() ? "jcompose" : name);
        this.help = hiddenFlag("-h, --help", "Show this help");
    }

    /** A flag that is off unless given. Names as in the help: {@code "-f, --follow"}. */
    public Flag flag(String names, String meaning) {
        return flag(names, meaning, false, false);
    }

    /** A flag that is on unless turned off. */
    public Flag flagOn(String names, String meaning) {
        return flag(names, meaning, false, true);
    }

    /** A flag that is understood but not shown. */
    public Flag hiddenFlag(String names, String meaning) {
        return flag(names, meaning, true, false);
    }

    /** An option with one value. */
    public Text text(String names, String label, String meaning) {
        return text(names, label, meaning, "", false);
    }

    /** An option with one value, and what counts where it is not given. */
    public Text text(String names, String label, String meaning, String fallback) {
        return text(names, label, meaning, fallback, false);
    }

    /** An option with a whole number, and what counts where it is not given. */
    public Whole whole(String names, String label, String meaning, int fallback) {
        List<String> forms = List.of(names.split(", "));
        return kept(new Whole(single(forms), forms, label, meaning, fallback));
    }

    /** An option with one value that is understood but not shown. */
    public Text hiddenText(String names, String label, String meaning) {
        return text(names, label, meaning, "", true);
    }

    /** An option that may be repeated. */
    public Texts texts(String names, String label, String meaning) {
        return texts(names, label, meaning, false);
    }

    /** An option that may be repeated and is understood but not shown. */
    public Texts hiddenTexts(String names, String label, String meaning) {
        return texts(names, label, meaning, true);
    }

    private Texts texts(String names, String label, String meaning, boolean hidden) {
        List<String> forms = List.of(names.split(", "));
        OptionSpec option = OptionSpec.builder(forms.toArray(String[]::new)).type(String[].class).arity("1").build();
        spec.addOption(option);
        return kept(new Texts(option, forms, label, meaning, hidden));
    }

    /** One argument that must be there. */
    public Text argument(String label) {
        required++;
        return argument(label, "0..1");
    }

    /** One argument that may be there. */
    public Text optionalArgument(String label) {
        return argument("[" + label + "]", "0..1");
    }

    /** Whatever arguments follow; none is fine. */
    public Texts arguments(String label) {
        return restOf("[" + label + "...]");
    }

    /** The command that follows, and its words; without one there is only help to give. */
    public Texts command() {
        return restOf("COMMAND");
    }

    /** Whatever arguments follow, at least one. */
    public Texts someArguments(String label) {
        required++;
        return restOf(label + " [" + label + "...]");
    }

    /** All after the first argument is left alone, options and {@code --} too: for commands that run commands. */
    public void stopAtArgument() {
        stopsAtArgument = true;
    }

    /** All words are arguments, whatever they look like. */
    public void leaveAllWords() {
        leavesAllWords = true;
    }

    /** A form of the arguments, for the help, in place of their labels; there may be several. */
    public void form(String arguments) {
        forms.add(arguments);
    }

    /** A line for the help that shows a use. */
    public void example(String line) {
        examples.add(line);
    }

    /**
     * Takes in what the command line says after the command's name.
     *
     * @throws UsageException
     *             if a word is unknown, misses its value or must be there and is not
     */
    public void parse(List<String> words) {
        CommandLine parser = new CommandLine(spec, NOTHING_TO_MAKE).setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setOverwrittenOptionsAllowed(true).setAllowOptionsAsOptionParameters(true).setTrimQuotes(false)
                .setStopAtPositional(stopsAtArgument).setPosixClusteredShortOptionsAllowed(true);
        try {
            parser.parseArgs(leavesAllWords ? afterDashes(words) : words.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(unknown(e.getUnmatched().getFirst()), e);
        } catch (MissingParameterException e) {
            ArgSpec missing = e.getMissing().getFirst();
            throw new UsageException("flag needs an argument: " + nameOf(missing), e);
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        if (!help.on()) {
            options.forEach(Word::check);
        }
        int given = arguments.stream().mapToInt(Syntax::count).sum();
        if (!help.on() && given < required) {
            throw new UsageException("'jcompose " + name + "' requires at least " + required
                    + (required == 1 ? " argument" : " arguments") + "; usage: " + usage());
        }
    }

    /** Whether help was asked for instead of the command. */
    public boolean helpWanted() {
        return help.on();
    }

    /** As typed; empty for the program itself. */
    public String name() {
        return name;
    }

    /** What the command does, in a line. */
    public String summary() {
        return summary;
    }

    /** {@code jcompose up [OPTIONS] [SERVICE...]}; several lines where there are several forms. */
    public List<String> usages() {
        String head = (name.isEmpty() ? "jcompose" : "jcompose " + name)
                + (options.stream().anyMatch(option -> !option.hidden()) ? " [OPTIONS]" : "");
        List<String> ends = forms.isEmpty()
                ? List.of(arguments.stream().map(Word::label).collect(Collectors.joining(" ")))
                : forms;
        return ends.stream().map(end -> (head + " " + end).strip()).toList();
    }

    /** What stands for the arguments, such as {@code [SERVICE...]}, in their order. */
    public List<String> argumentLabels() {
        return arguments.stream().map(Word::label).toList();
    }

    /** The few words that this argument may be; empty where it may be anything. */
    public List<String> argumentWords(int index) {
        return index < arguments.size() ? arguments.get(index).words() : List.of();
    }

    /** Whether all after the first argument is another command's. */
    public boolean isStoppingAtArgument() {
        return stopsAtArgument;
    }

    private String usage() {
        return String.join(", or ", usages());
    }

    /** All options, hidden ones too. */
    public List<Option> declared() {
        return options.stream().map(option -> new Option(option.names(), option.kind(), option.fallback(),
                option.words(), option.label(), option.meaning(), option.hidden())).toList();
    }

    List<Word> options() {
        return Collections.unmodifiableList(options);
    }

    List<String> examples() {
        return Collections.unmodifiableList(examples);
    }

    private Flag flag(String names, String meaning, boolean hidden, boolean fallback) {
        List<String> forms = List.of(names.split(", "));
        OptionSpec option = OptionSpec.builder(forms.toArray(String[]::new)).type(String.class).arity("0..1")
                .preprocessor(Syntax::flagValue).build();
        spec.addOption(option);
        return kept(new Flag(option, forms, meaning, hidden, fallback));
    }

    /** A flag takes no value but one that is attached: {@code --name=false}. */
    private static boolean flagValue(Stack<String> rest, CommandSpec command, ArgSpec flag, Map<String, Object> about) {
        flag.setValue("=".equals(about.get("separator")) ? rest.pop() : "true");
        return true;
    }

    private Text text(String names, String label, String meaning, String fallback, boolean hidden) {
        List<String> forms = List.of(names.split(", "));
        return kept(new Text(single(forms), forms, label, meaning, fallback, hidden));
    }

    private OptionSpec single(List<String> forms) {
        OptionSpec option = OptionSpec.builder(forms.toArray(String[]::new)).type(String.class).arity("1").build();
        spec.addOption(option);
        return option;
    }

    private Text argument(String label, String arity) {
        int index = arguments.size();
        PositionalParamSpec argument = PositionalParamSpec.builder().index(String.valueOf(index)).arity(arity)
                .type(String.class).build();
        spec.addPositional(argument);
        Text word = new Text(argument, List.of(), label, "", "", false);
        arguments.add(word);
        return word;
    }

    private Texts restOf(String label) {
        PositionalParamSpec argument = PositionalParamSpec.builder().index(arguments.size() + "..*").arity("0..*")
                .type(String[].class).build();
        spec.addPositional(argument);
        Texts word = new Texts(argument, List.of(), label, "", false);
        arguments.add(word);
        return word;
    }

    private <W extends Word> W kept(W option) {
        options.add(option);
        return option;
    }

    private String unknown(String word) {
        if (!word.startsWith("-")) {
            return "'jcompose " + name + "' takes no argument \"" + word + "\"; usage: " + usage();
        }
        String bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        Optional<String> near = Nearest.to(bare, options.stream().flatMap(option -> option.names().stream()).toList());
        return "unknown flag: " + bare + near.map(found -> "; did you mean " + found + "?")
                .orElse("; see 'jcompose " + (name.isEmpty() ? "" : name + " ") + "--help'");
    }

    private static String[] afterDashes(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addFirst("--");
        return line.toArray(String[]::new);
    }

    private static String nameOf(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static int count(Word word) {
        Object said = word.said();
        if (said instanceof String[] values) {
            return Arrays.asList(values).size();
        }
        return said == null ? 0 : 1;
    }
}
