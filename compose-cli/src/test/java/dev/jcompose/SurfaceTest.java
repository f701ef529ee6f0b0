package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.Kind;
import dev.jcompose.option.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every command of docker compose is there, with every option, what each takes, and what counts without it. */
class SurfaceTest {
    private static final Map<String, Kind> KINDS = Map.of("bool", Kind.FLAG, "string", Kind.TEXT, "bytes", Kind.TEXT,
            "int", Kind.WHOLE, "stringArray", Kind.TEXTS, "list", Kind.TEXTS);

    /** What takes more than docker compose's does, or another value where none is given; with the reason. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("build --compress", "without effect"),
            Map.entry("build --force-rm", "without effect"),
            Map.entry("build --ssh", "may be repeated"),
            Map.entry("build --memory", "nothing said means no limit, as 0 does there"),
            Map.entry("build --parallel", "without effect"),
            Map.entry("bundle --output", "named after the project"),
            Map.entry("convert --format", "the lists of config have another usual form than the project"),
            Map.entry("exec --interactive", "taken for docker's sake; input is always passed on"),
            Map.entry("exec --no-tty", "depends on the terminal"),
            Map.entry("exec --tty", "taken for docker's sake"),
            Map.entry("ls --filter", "one kind of its own there, that may be repeated"),
            Map.entry("ps --format", "told as the default by the help there, too"),
            Map.entry("pull --no-parallel", "without effect"),
            Map.entry("pull --parallel", "without effect"),
            Map.entry("run --no-TTY", "depends on the terminal"),
            Map.entry("run --no-tty", "depends on the terminal"),
            Map.entry("run --tty", "depends on the terminal"),
            Map.entry("stats --format", "told as the default by the help there, too"));

    /** Where the help of docker compose says less than the command takes or needs. */
    private static final Map<String, List<String>> FORMS = Map.of("alpha", List.of("COMMAND"),
            "alpha dry-run", List.of("COMMAND [ARGS...]"), "alpha generate", List.of("[CONTAINER...]"),
            "alpha scale", List.of("SERVICE=REPLICAS [SERVICE=REPLICAS...]"), "bridge", List.of("COMMAND"),
            "bridge transformations", List.of("COMMAND"), "docker-cli-plugin-hooks", List.of("[JSON...]"),
            "down", List.of("[SERVICE...]"), "scale", List.of("SERVICE=REPLICAS [SERVICE=REPLICAS...]"),
            "top", List.of("[SERVICE...]"));

    @Test
    void has_all_commands_and_their_other_names() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Surface.Command command : Surface.read().commands()) {
            String group = command.name().contains(" ")
                    ? command.name().substring(0, command.name().lastIndexOf(' ') + 1)
                    : "";
            missing.addAll(
                    command.aliases().stream().map(alias -> group + alias).filter(SurfaceTest::isMissing).toList());
            if (!command.isRoot() && isMissing(command.name())) {
                missing.add(command.name());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void has_all_options_with_what_they_take_and_what_counts_without_them() throws IOException {
        List<String> differences = new ArrayList<>();
        TreeSet<String> explained = new TreeSet<>(OTHERWISE.keySet());
        for (Surface.Command command : Surface.read().commands()) {
            for (Surface.Flag flag : command.flags()) {
                String name = command.isRoot() ? flag.names().getLast() : command.name() + " " + flag.names().getLast();
                String difference = difference(flag, declared(command));
                if (!difference.isEmpty() && !explained.remove(name)) {
                    differences.add(name + ": " + difference);
                }
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(new TreeSet<>(), explained, "explained, and yet the same");
    }

    @Test
    void takes_arguments_in_the_form_that_docker_compose_writes() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Surface.Command command : Surface.read().commands()) {
            CommandTable.create(command.name()).ifPresent(ours -> {
                List<String> wanted = command.usage().stream().map(SurfaceTest::arguments).toList();
                List<String> got = ours.syntax().usages().stream().map(SurfaceTest::arguments).toList();
                if (!wanted.equals(got) && !FORMS.getOrDefault(command.name(), List.of()).equals(got)) {
                    differences.add(command.name() + ": wanted " + wanted + ", but got " + got);
                }
            });
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void understands_the_options_that_stood_before_the_command_in_the_first_version() throws IOException {
        List<String> known = new GlobalOptions().syntax().declared().stream()
                .flatMap(option -> option.names().stream()).toList();
        assertEquals(List.of(),
                Surface.read().oldGlobalOptions().stream().filter(name -> !known.contains(name)).toList());
    }

    @Test
    void makes_every_command_that_it_names() {
        CommandTable.NAMES.forEach(name -> assertEquals(name,
                CommandTable.create(name).map(command -> command.syntax().name()).orElse("")));
    }

    private static boolean isMissing(String name) {
        return CommandTable.create(name).isEmpty();
    }

    private static List<Option> declared(Surface.Command command) {
        return command.isRoot() ? new GlobalOptions().syntax().declared() : CommandTable.options(command.name());
    }

    private static String difference(Surface.Flag flag, List<Option> declared) {
        Optional<Option> found = declared.stream().filter(option -> option.names().containsAll(flag.names())).findAny();
        if (found.isEmpty()) {
            return flag.names() + " is not there";
        }
        Option option = found.get();
        String fallback = flag.fallback().equals("[]") ? "" : flag.fallback();
        if (option.kind() != KINDS.get(flag.type())) {
            return "takes " + flag.type() + " there, " + option.kind() + " here";
        }
        return fallback.equals(option.fallback())
                ? ""
                : "without it " + fallback + " counts there, " + option.fallback() + " here";
    }

    /** The words in capitals that follow the command's name. */
    private static String arguments(String usage) {
        return usage.replaceAll("(?i) ?\\[options?]| --", "").replaceAll("^[a-z -]+ ?", "");
    }
}
