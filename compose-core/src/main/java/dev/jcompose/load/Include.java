package dev.jcompose.load;

import dev.jcompose.env.DotEnv;
import dev.jcompose.env.Environment;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.Traces;
import dev.jcompose.yaml.Via;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds what other files define to a document. Each {@code include} is loaded as a project of its own, with its own
 * folder and variables; a resource that both define must be the same in both.
 */
final class Include {
    private static final List<String> SECTIONS = List.of("services", "volumes", "networks", "secrets", "configs",
            "models");

    private static final int MAX_DEPTH = 100;
    private static final int MAX_FILES = 1_000;

    private final LoadContext context;
    private final Layer layer;

    Include(LoadContext context, Layer layer) {
        this.context = context;
        this.layer = layer;
    }

    /** The document without {@code include}, and with what that adds. */
    Mapping run(Mapping document, SourceFile file) {
        Node included = document.get("include");
        if (included == null) {
            return document;
        }
        Mapping joined = document.without("include");
        YamlPath path = YamlPath.of("include");
        if (!(included instanceof Sequence items)) {
            if (!(included instanceof Scalar scalar) || !scalar.isNull()) {
                context.error(included, path, "must be a list", "write '- ' before each file");
            }
            return joined;
        }
        for (int i = 0; i < items.items().size(); i++) {
            Mapping imported = load(items.items().get(i), path.index(i), file);
            if (imported == null) {
                context.faults().missParts();
            } else {
                joined = add(joined, traced(imported, items.items().get(i)));
            }
        }
        return joined;
    }

    private Mapping traced(Mapping imported, Node reference) {
        return context.options().trace()
                && Traces.through(imported, Via.Kind.INCLUDE, reference.position()) instanceof Mapping traced
                        ? traced
                        : imported;
    }

    private @Nullable Mapping load(Node item, YamlPath at, SourceFile from) {
        if (!(item instanceof Mapping mapping)) {
            context.error(item, at, "must be a file or a mapping with 'path'", "write the file's name");
            return null;
        }
        List<Scalar> files = texts(mapping.get("path"));
        if (files.isEmpty()) {
            context.problems().add(Problem.warning(item.position(), at, "names no file and includes nothing",
                    "write 'path:' and a file"));
            return null;
        }
        Layer around = layer.including(from.path(), from.name(), files.getFirst().position());
        List<SourceFile> sources = new ArrayList<>();
        for (Scalar file : files) {
            SourceFile source = source(file, at.key("path"), sources.isEmpty() ? around : null);
            if (source == null) {
                return null;
            }
            sources.add(source);
        }
        Path folder = sources.getFirst().folder();
        if (mapping.get("project_directory") instanceof Scalar directory && !directory.isNull()) {
            folder = layer.resolve(directory.text());
        }
        Path parent = folder.getParent();
        Path below = parent == null || context.source().isDirectory(folder) ? folder : parent;
        Environment environment = environment(texts(mapping.get("env_file")), folder, at.key("env_file"));
        return new Layers(context, new Layer(environment, folder, layer.relative(below), around.inclusions()))
                .join(sources);
    }

    private @Nullable SourceFile source(Scalar file, YamlPath path, @Nullable Layer around) {
        Path absolute = located(file, path);
        if (absolute == null) {
            return null;
        }
        if (around != null && isEndless(absolute, around, file, path)) {
            return null;
        }
        int before = context.problems().errors().size();
        List<Node> documents = context.documents(absolute, file, path);
        return context.problems().errors().size() > before
                ? null
                : new SourceFile(absolute, context.display(absolute), documents);
    }

    private @Nullable Path located(Scalar file, YamlPath path) {
        if (!RemoteReference.is(file.text())) {
            return layer.resolve(file.text());
        }
        RemoteFile fetched = context.fetch(file, path);
        return fetched == null ? null : fetched.file();
    }

    private boolean isEndless(Path file, Layer around, Scalar reference, YamlPath path) {
        List<Layer.Inclusion> way = around.inclusions();
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).file().equals(file)) {
                context.error(reference, path, "files include each other: " + way.subList(i, way.size())
                        .stream()
                        .map(each -> each.name() + " (" + each.reference() + ")")
                        .collect(Collectors.joining(" → ")) + " → " + context.display(file), "remove one 'include'");
                return true;
            }
        }
        if (way.size() > MAX_DEPTH) {
            context.error(reference, path, "more than " + MAX_DEPTH + " files include each other in a row", "");
            return true;
        }
        if (context.countInclusion() > MAX_FILES) {
            throw new InvalidProjectException(Problem.error(reference.position(), path,
                    "more than " + MAX_FILES + " files are included"));
        }
        return false;
    }

    private Environment environment(List<Scalar> files, Path folder, YamlPath path) {
        Environment known = layer.environment();
        Environment added = Environment.EMPTY;
        if (files.isEmpty()) {
            Path file = folder.resolve(".env");
            boolean exists = context.source().exists(file) && !context.source().isDirectory(file);
            return exists ? known.orElse(read(file, null, path, added)) : known;
        }
        for (Scalar file : files) {
            added = read(layer.resolve(file.text()), file, path, added);
        }
        return known.orElse(added);
    }

    private Environment read(Path file, @Nullable Scalar reference, YamlPath path, Environment earlier) {
        String name = context.display(file);
        try {
            return DotEnv.read(name, context.read(file), layer.environment(), earlier, context.problems());
        } catch (IOException e) {
            context.unreadable(file, reference, path, e);
            return earlier;
        }
    }

    private Mapping add(Mapping document, Mapping imported) {
        Mapping joined = document;
        for (String section : SECTIONS) {
            if (imported.get(section) instanceof Mapping from) {
                Node present = joined.get(section);
                Mapping to = present instanceof Mapping mapping ? mapping : Mapping.empty(from.origin());
                joined = joined.with(section, add(section, to, from));
            }
        }
        return joined;
    }

    private Mapping add(String section, Mapping to, Mapping from) {
        Map<String, Mapping.Entry> all = new LinkedHashMap<>(to.entries());
        from.entries().forEach((name, entry) -> {
            Mapping.Entry present = all.putIfAbsent(name, entry);
            if (present != null && !SameValue.of(present.value(), entry.value())) {
                context.error(present.value(), YamlPath.of(section, name),
                        "is also defined, and differently, at " + entry.keyPosition() + ", which is included",
                        "rename one, or change it in an override file of the include");
            }
        });
        return to.withEntries(all);
    }

    private static List<Scalar> texts(@Nullable Node node) {
        return switch (node) {
            case null -> List.of();
            case Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar);
            case Sequence sequence -> sequence.items()
                    .stream()
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .toList();
            case Mapping mapping -> List.of();
        };
    }
}
