package dev.jcompose.publish;

import dev.jcompose.digest.Sha256;
import dev.jcompose.load.FileSource;
import dev.jcompose.load.RemoteReference;
import dev.jcompose.model.Project;
import dev.jcompose.source.Position;
import dev.jcompose.template.Template;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.ScalarEdits;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that make up a project elsewhere: its Compose files as they are written, but for references to files,
 * which are named by a hash of their path so that no path leaves the machine.
 */
public final class PublishedFiles {
    private final Project project;
    private final FileSource source;
    private final List<Layer> files = new ArrayList<>();
    private final Map<Path, String> extended = new LinkedHashMap<>();
    private final Map<Path, String> envFiles = new LinkedHashMap<>();
    private final Deque<Path> toDo = new ArrayDeque<>();

    private PublishedFiles(Project project, FileSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Reads all files that belong to a project, env files aside.
     *
     * @throws PublishException
     *             if one includes local files, or cannot be read
     */
    public static PublishedFiles read(Project project, FileSource source) {
        PublishedFiles published = new PublishedFiles(project, source);
        Path directory = Path.of(project.origin().workingDirectory());
        for (String file : project.origin().files()) {
            if (file.equals("-")) {
                throw new PublishException("what comes from the standard input cannot be published; save it first",
                        null);
            }
            Path path = Path.of(file);
            published.files.add(Layer.file(String.valueOf(path.getFileName()), published.text(path, directory)));
        }
        while (!published.toDo.isEmpty()) {
            Path path = published.toDo.remove();
            Path parent = path.getParent();
            published.files.add(Layer.extended(published.extended.getOrDefault(path, ""),
                    published.text(path, parent == null ? directory : parent)));
        }
        return published;
    }

    /** The artifact's layers, in order. */
    public List<Layer> layers(boolean withEnvironment) {
        List<Layer> layers = new ArrayList<>(files);
        if (withEnvironment) {
            envFiles.forEach((path, name) -> {
                byte[] content = optional(path);
                if (content != null) {
                    layers.add(Layer.envFile(name, content));
                }
            });
        }
        return List.copyOf(layers);
    }

    /** The env files that services name. */
    List<Path> envFiles() {
        return List.copyOf(envFiles.keySet());
    }

    /** All files whose text is, or may be, published. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(project.origin().files().stream().map(Path::of).toList());
        all.addAll(extended.keySet());
        all.addAll(envFiles.keySet());
        return all;
    }

    /** The text of a file; empty if it is not here. */
    String textOf(Path file) {
        byte[] content = optional(file);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    private String text(Path file, Path directory) {
        String text = new String(read(file), StandardCharsets.UTF_8);
        String name = file.toString();
        Map<Position, String> edits = new HashMap<>();
        for (Node document : YamlReader.read(name, text)) {
            if (document instanceof Mapping mapping) {
                refuseIncludes(mapping.get("include"));
                if (mapping.get("services") instanceof Mapping services) {
                    for (String service : services.keys()) {
                        if (services.get(service) instanceof Mapping written) {
                            envFiles(written.get("env_file"), directory, edits);
                            extension(written.get("extends"), directory, edits);
                        }
                    }
                }
            }
        }
        return ScalarEdits.apply(name, text, edits);
    }

    /** Included files have folders and variables of their own, which an artifact cannot give them. */
    private void refuseIncludes(@Nullable Node included) {
        if (!(included instanceof Sequence items)) {
            return;
        }
        for (Node item : items.items()) {
            Node path = item instanceof Mapping mapping ? mapping.get("path") : item;
            List<Node> paths = path instanceof Sequence several
                    ? several.items()
                    : path == null
                            ? List.of()
                            : List.of(
                                    path);
            for (Node each : paths) {
                if (!(each instanceof Scalar scalar) || !RemoteReference.is(expanded(scalar))) {
                    throw new PublishException(each.position() + ": cannot publish a Compose file with local includes;"
                            + " merge them with -f, or include what is published", null);
                }
            }
        }
    }

    private void envFiles(@Nullable Node written, Path directory, Map<Position, String> edits) {
        switch (written) {
            case null -> {
                // none
            }
            case Scalar scalar -> {
                if (scalar.isString() && !scalar.text().isEmpty()) {
                    Path path = directory.resolve(expanded(scalar)).normalize();
                    edits.put(scalar.position(), envFiles.computeIfAbsent(path, each -> hashed(each, ".env")));
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> envFiles(item, directory, edits));
            case Mapping mapping -> envFiles(mapping.get("path"), directory, edits);
        }
    }

    private void extension(@Nullable Node written, Path directory, Map<Position, String> edits) {
        if (written instanceof Mapping extension && extension.get("file") instanceof Scalar file && file.isString()) {
            String named = expanded(file);
            if (!RemoteReference.is(named)) {
                Path path = directory.resolve(named).normalize();
                edits.put(file.position(), extended.computeIfAbsent(path, each -> {
                    toDo.add(each);
                    return hashed(each, ".yaml");
                }));
            }
        }
    }

    private String expanded(Scalar scalar) {
        Map<String, String> variables = project.origin().environment();
        return Template.expand(scalar.text(), name -> {
            String value = variables.get(name);
            return value == null ? null : new Variables.Value(value, "environment");
        }).text();
    }

    private static String hashed(Path path, String ending) {
        return Sha256.of(path.toString()) + ending;
    }

    private byte[] read(Path file) {
        byte[] content = optional(file);
        if (content == null) {
            throw new PublishException(file + ": no such file", null);
        }
        return content;
    }

    private byte @Nullable [] optional(Path file) {
        try {
            return source.read(file);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new PublishException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
