package dev.jcompose.provider;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.model.Model;
import dev.jcompose.registry.ClientPlugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The Docker client's plugin {@code docker-model}, which fetches and serves models. Immutable. */
public final class ModelRunner {
    private final Path program;
    private final Path directory;
    private final Map<String, String> environment;

    private ModelRunner(Path program, Path directory, Map<String, String> environment) {
        this.program = program;
        this.directory = directory;
        this.environment = environment;
    }

    /**
     * Finds the plugin.
     *
     * @throws ProviderException
     *             if there is none
     */
    public static ModelRunner find(Path directory, Map<String, String> environment) {
        return new ModelRunner(ClientPlugins.find("model", environment).orElseThrow(() -> new ProviderException(
                "'models' support requires the Docker Model plugin; install docker-model")), directory, environment);
    }

    /** Fetches a model where it is not there, and sets it up as the file says. */
    public void prepare(Model model, Consumer<String> told) {
        if (!tags().contains(model.model())) {
            told.accept("pulling " + model.model());
            output("pull", model.model());
        }
        List<String> words = new ArrayList<>(List.of("configure"));
        Integer size = model.contextSize();
        if (size != null && size > 0) {
            words.addAll(List.of("--context-size", String.valueOf(size)));
        }
        words.add(model.model());
        if (!model.runtimeFlags().isEmpty()) {
            words.add("--");
            words.addAll(model.runtimeFlags());
        }
        output(words.toArray(String[]::new));
    }

    /** Where models answer. */
    public String endpoint() {
        try {
            return String.valueOf(JsonReader.readObject(output("status", "--json")).getOrDefault("endpoint", ""));
        } catch (JsonException e) {
            throw new ProviderException("docker-model status: " + e.getMessage(), e);
        }
    }

    private Set<String> tags() {
        Set<String> tags = new HashSet<>();
        try {
            JsonReader.items(JsonReader.read(output("ls", "--json"))).forEach(model -> JsonReader
                    .items(JsonReader.members(model).get("tags")).forEach(tag -> tags.add(String.valueOf(tag))));
        } catch (JsonException e) {
            throw new ProviderException("docker-model ls: " + e.getMessage(), e);
        }
        return tags;
    }

    private String output(String... words) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        StringBuilder out = new StringBuilder();
        List<String> err = new ArrayList<>();
        int code = Invocation.run(command, directory, environment, line -> out.append(line).append('\n'), err::add);
        if (code != 0) {
            throw new ProviderException("docker-model " + words[0] + " ended with " + code
                    + (err.isEmpty() ? "" : ": " + String.join("\n", err)));
        }
        return out.toString();
    }
}
