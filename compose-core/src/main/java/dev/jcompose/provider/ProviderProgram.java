package dev.jcompose.provider;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.model.Provider;
import dev.jcompose.model.Service;
import dev.jcompose.registry.ClientPlugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program that runs a service in the engine's place. It is called as {@code PROGRAM compose --project-name=P up
 * --option=value SERVICE}, or with {@code down} or {@code stop}, and writes JSON objects, one a line, with a {@code type} and a
 * {@code message}. Immutable; safe for use by several threads.
 */
public final class ProviderProgram {
    private final Path program;
    private final Service service;
    private final Provider provider;
    private final Path directory;
    private final Map<String, String> environment;

    private ProviderProgram(Path program, Service service, Provider provider, Path directory,
            Map<String, String> environment) {
        this.program = program;
        this.service = service;
        this.provider = provider;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * What a program says while it works.
     *
     * @param prefixed
     *            variables that dependents get under the service's name: {@code URL} of {@code db} as {@code DB_URL}
     * @param plain
     *            variables that dependents get under their own names
     */
    public record Answer(Map<String, String> prefixed, Map<String, String> plain) {
        public Answer {
            prefixed = Map.copyOf(prefixed);
            plain = Map.copyOf(plain);
        }

        /** The variables as a dependent of the service gets them. */
        public Map<String, String> variables(String service) {
            Map<String, String> variables = new LinkedHashMap<>();
            String prefix = service.toUpperCase(java.util.Locale.ROOT) + "_";
            prefixed.forEach((name, value) -> variables.put(prefix + name, value));
            variables.putAll(plain);
            return variables;
        }
    }

    /**
     * Finds the program of a service: a plugin of the Docker client called {@code docker-TYPE}, else a program of that
     * name on the PATH.
     *
     * @throws ProviderException
     *             if there is none
     */
    public static ProviderProgram of(Service service, Path directory, Map<String, String> environment) {
        Provider provider = service.provider();
        if (provider == null || provider.type().equals("compose") || provider.type().isEmpty()) {
            throw new ProviderException("services." + service.name() + ".provider.type: no program can be called \""
                    + (provider == null ? "" : provider.type()) + "\"");
        }
        Path program = ClientPlugins.find(provider.type(), environment)
                .or(() -> ClientPlugins.onPath(provider.type(), environment))
                .orElseThrow(() -> new ProviderException("services." + service.name() + ".provider.type: "
                        + "neither a Docker plugin docker-" + provider.type() + " nor a program " + provider.type()
                        + " on the PATH; install it"));
        return new ProviderProgram(program, service, provider, directory, environment);
    }

    /** Whether it says of itself that it can be stopped without being taken down. */
    public boolean stops() {
        return metadata().get("stop") != null;
    }

    /**
     * Has the program do something.
     *
     * @param command
     *            {@code up}, {@code stop} or {@code down}
     * @param told
     *            takes what it has to say to people, line by line
     * @throws ProviderException
     *             if it says or exits that it cannot
     */
    public Answer run(String project, String command, Consumer<String> told) {
        List<String> words = new ArrayList<>(List.of(program.toString(), "compose", "--project-name=" + project,
                command));
        words.addAll(options(command));
        words.add(service.name());
        Map<String, String> prefixed = new LinkedHashMap<>();
        Map<String, String> plain = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        List<String> last = new ArrayList<>();
        int code = Invocation.run(words, directory, environment, line -> {
            synchronized (errors) {
                take(line, prefixed, plain, errors, told);
            }
        }, line -> {
            synchronized (last) {
                last.add(line);
            }
        });
        if (!errors.isEmpty()) {
            throw new ProviderException("services." + service.name() + ": " + errors.getFirst());
        }
        if (code != 0) {
            throw new ProviderException("services." + service.name() + ": provider " + provider.type() + " " + command
                    + " ended with " + code + (last.isEmpty() ? "" : ": " + last.getLast()));
        }
        return new Answer(prefixed, plain);
    }

    private void take(String line, Map<String, String> prefixed, Map<String, String> plain, List<String> errors,
            Consumer<String> told) {
        if (line.isBlank()) {
            return;
        }
        Map<String, @Nullable Object> message;
        try {
            message = JsonReader.readObject(line);
        } catch (JsonException notJson) {
            errors.add("provider " + provider.type() + " answered what is not JSON: " + line);
            return;
        }
        String text = String.valueOf(message.getOrDefault("message", ""));
        switch (String.valueOf(message.get("type"))) {
            case "info" -> told.accept(text);
            case "debug" -> {
                // For those who write providers.
            }
            case "error" -> errors.add(text);
            case "setenv" -> variable(text, prefixed, errors);
            case "rawsetenv" -> variable(text, plain, errors);
            default -> errors.add("provider " + provider.type() + " answered a message of unknown type \""
                    + message.get("type") + "\"");
        }
    }

    private void variable(String text, Map<String, String> variables, List<String> errors) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            errors.add("provider " + provider.type() + " set a variable without a name or value: " + text);
        } else {
            variables.put(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    /** All options, but where the program tells which ones it knows: those. */
    private List<String> options(String command) {
        Map<String, @Nullable Object> metadata = metadata();
        Set<String> known = new HashSet<>();
        boolean tells = false;
        for (String each : List.of("up", "stop", "down")) {
            Object parameters = JsonReader.members(metadata.get(each)).get("parameters");
            tells |= parameters != null;
            if (each.equals(command)) {
                JsonReader.items(parameters).forEach(item -> requireKnown(JsonReader.members(item), known));
            }
        }
        List<String> options = new ArrayList<>();
        boolean all = !tells && String.valueOf(metadata.getOrDefault("description", "")).isEmpty();
        provider.options().forEach((name, values) -> {
            if (all || known.contains(name)) {
                values.forEach(value -> options.add("--" + name + "=" + value));
            }
        });
        return options;
    }

    private void requireKnown(Map<String, @Nullable Object> parameter, Set<String> known) {
        String name = String.valueOf(parameter.get("name"));
        known.add(name);
        if (Boolean.TRUE.equals(parameter.get("required")) && !provider.options().containsKey(name)) {
            throw new ProviderException("services." + service.name() + ".provider.options: \"" + name
                    + "\" is missing, which provider " + provider.type() + " requires");
        }
    }

    /** What the program tells of itself; nothing where it does not. */
    private Map<String, @Nullable Object> metadata() {
        StringBuilder text = new StringBuilder();
        try {
            int code = Invocation.run(List.of(program.toString(), "compose", "metadata"), directory, environment,
                    line -> text.append(line).append('\n'), line -> {
                        // It may not know the word.
                    });
            return code == 0 ? JsonReader.readObject(text.toString()) : Map.of();
        } catch (JsonException tellsNothing) {
            return Map.of();
        }
    }
}
