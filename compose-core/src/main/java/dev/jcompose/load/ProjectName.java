package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.template.Template;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides the project's name: the one asked for, {@code COMPOSE_PROJECT_NAME}, the last {@code name} in a file, or
 * the name of the project's folder.
 */
public final class ProjectName {
    private static final String VARIABLE = "COMPOSE_PROJECT_NAME";

    private ProjectName() {
    }

    /** A text with all that no project name may have removed: {@code My.App} becomes {@code myapp}. */
    public static String normalize(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "").replaceFirst("^[_-]+", "");
    }

    static String of(@Nullable String asked, Environment environment, List<SourceFile> files, Path directory,
            LoadContext context) {
        if (asked != null && !asked.isEmpty()) {
            return checked(asked, Position.NOWHERE, context);
        }
        Variables.Value fromEnvironment = environment.find(VARIABLE);
        if (fromEnvironment != null && !fromEnvironment.value().isEmpty()) {
            return checked(fromEnvironment.value(), environment.place(VARIABLE), context);
        }
        Scalar written = written(files);
        if (written == null) {
            Path folder = directory.getFileName();
            Path real = context.source().resolveLinks(directory).getFileName();
            if (folder != null && real != null && !real.equals(folder)) {
                context.problems().add(Problem.warning(Position.whole(directory.toString()), YamlPath.ROOT,
                        "the project is named after a symbolic link", "set 'name' in the Compose file"));
            }
            String name = folder == null ? "" : normalize(folder.toString());
            if (name.isEmpty()) {
                context.problems().add(Problem.error(Position.whole(directory.toString()), YamlPath.ROOT,
                        "no project name can be made of this folder's", "set 'name' in the Compose file, or use -p"));
            }
            return name;
        }
        String text = context.options().interpolate()
                ? Template.expand(written.text(), environment).text()
                : written.text();
        String name = context.options().normalize() ? normalize(text) : text;
        if (name.isEmpty()) {
            context.error(written, YamlPath.of("name"), "leaves no project name",
                    "a name has letters, digits, '-' and '_'");
        }
        return name;
    }

    private static String checked(String name, Position position, LoadContext context) {
        String normal = normalize(name);
        if (!normal.equals(name)) {
            context.problems().add(Problem.error(position, YamlPath.ROOT, "'" + name + "' is no project name",
                    "use lowercase letters, digits, '-' and '_', beginning with a letter or digit"
                            + (normal.isEmpty() ? "" : ", for example '" + normal + "'")));
        }
        return name;
    }

    private static @Nullable Scalar written(List<SourceFile> files) {
        Scalar last = null;
        for (SourceFile file : files) {
            for (Node document : file.documents()) {
                if (document instanceof Mapping mapping && mapping.get("name") instanceof Scalar name
                        && !name.isNull() && !name.text().isEmpty()) {
                    last = name;
                }
            }
        }
        return last;
    }
}
