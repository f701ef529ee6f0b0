package dev.jcompose.load;

import dev.jcompose.env.DotEnv;
import dev.jcompose.env.Environment;
import dev.jcompose.env.RawEnv;
import dev.jcompose.source.YamlPath;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.Via;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of {@code env_file} and {@code label_file} into {@code environment} and {@code labels}; what is
 * written in the Compose file itself wins, then later files over earlier ones.
 */
final class EnvFiles {
    private final Environment environment;
    private final LoadContext context;

    private EnvFiles(Environment environment, LoadContext context) {
        this.environment = environment;
        this.context = context;
    }

    /** The tree with complete environments and without {@code env_file}. */
    static Mapping environments(Mapping tree, Environment environment, LoadContext context) {
        EnvFiles files = new EnvFiles(environment, context);
        return EachEntry.in(tree, "services",
                (name, node) -> node instanceof Mapping service ? files.environment(name, service) : node);
    }

    /** The tree with complete labels; {@code label_file} stays if the options say so. */
    static Mapping labels(Mapping tree, Environment environment, LoadContext context) {
        EnvFiles files = new EnvFiles(environment, context);
        return EachEntry.in(tree, "services",
                (name, node) -> node instanceof Mapping service ? files.labels(name, service) : node);
    }

    private Mapping environment(String name, Mapping service) {
        Mapping own = service.get("environment") instanceof Mapping mapping ? resolved(mapping) : null;
        if (!(service.get("env_file") instanceof Sequence files)) {
            return own == null ? service : service.with("environment", own);
        }
        Map<String, Variables.Value> written = new LinkedHashMap<>();
        if (own != null) {
            own.entries().forEach((key, entry) -> {
                if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
                    written.put(key, new Variables.Value(scalar.text(), scalar.position().toString()));
                }
            });
        }
        Variables known = variable -> {
            Variables.Value first = environment.find(variable);
            return first != null ? first : written.get(variable);
        };
        Environment all = Environment.of(written);
        FileVariables read = new FileVariables(Via.Kind.ENV_FILE, context.allowance());
        YamlPath path = YamlPath.of("services", name, "env_file");
        for (int i = 0; i < files.items().size(); i++) {
            if (files.items().get(i) instanceof Mapping file && file.get("path") instanceof Scalar reference) {
                Environment before = all;
                all = read(file, reference, path.index(i), known, before);
                read.add(all, before, reference);
            }
        }
        Mapping complete = read.under(own, files.origin());
        Mapping without = service.without("env_file");
        return complete.entries().isEmpty() ? without.without("environment") : without.with("environment", complete);
    }

    private Environment read(Mapping file, Scalar reference, YamlPath path, Variables known, Environment earlier) {
        String format = file.get("format") instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
        if (!format.isEmpty() && !format.equals("raw") && !format.equals(".env")) {
            context.error(reference, path.key("format"), "'" + format + "' is no format of env files",
                    "leave 'format' out, or use 'raw'");
            return earlier;
        }
        boolean required = !(file.get("required") instanceof Scalar scalar)
                || !String.valueOf(scalar.value()).equals("false");
        Path location = context.directory().resolve(reference.text()).normalize();
        if (!required && !context.source().exists(location)) {
            return earlier;
        }
        byte[] content = content(location, reference, path.key("path"));
        if (content == null) {
            return earlier;
        }
        String display = context.display(location);
        return format.equals("raw")
                ? RawEnv.read(display, content, known, earlier, context.problems())
                : DotEnv.read(display, content, known, earlier, context.problems());
    }

    private Mapping labels(String name, Mapping service) {
        if (!(service.get("label_file") instanceof Sequence files)) {
            return service;
        }
        Environment all = Environment.EMPTY;
        FileVariables read = new FileVariables(Via.Kind.LABEL_FILE, context.allowance());
        YamlPath path = YamlPath.of("services", name, "label_file");
        for (int i = 0; i < files.items().size(); i++) {
            if (files.items().get(i) instanceof Scalar reference) {
                Path location = context.directory().resolve(reference.text()).normalize();
                byte[] content = content(location, reference, path.index(i));
                if (content != null) {
                    Environment before = all;
                    all = DotEnv.read(context.display(location), content, before, Environment.EMPTY,
                            context.problems()).orElse(before);
                    read.add(all, before, reference);
                }
            }
        }
        Mapping own = service.get("labels") instanceof Mapping mapping ? mapping : null;
        Mapping complete = read.under(own, files.origin());
        Mapping kept = context.options().keepLabelFiles() ? service : service.without("label_file");
        return complete.entries().isEmpty() ? kept : kept.with("labels", complete);
    }

    private byte @Nullable [] content(Path location, Scalar reference, YamlPath path) {
        try {
            return context.read(location);
        } catch (NoSuchFileException e) {
            context.error(reference, path, "no such file: " + context.display(location),
                    Neighbours.hint(location, context.source()));
        } catch (IOException e) {
            context.unreadable(location, reference, path, e);
        }
        return null;
    }

    private Mapping resolved(Mapping written) {
        return EachEntry.of(written, (name, node) -> {
            Variables.Value value = node instanceof Scalar scalar && scalar.isNull() ? environment.find(name) : null;
            return value == null
                    ? node
                    : Scalar.string(value.value(), node.origin()
                            .using(List.of(new VariableUse(name, value.value(), value.source()))));
        });
    }
}
