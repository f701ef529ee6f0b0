package dev.jcompose.publish;

import dev.jcompose.model.Config;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person should know before a project leaves the machine. */
public final class Concerns {
    private Concerns() {
    }

    /**
     * Refuses what would be of no use to anybody: services that have an image nowhere but in this machine's builds.
     *
     * @throws PublishException
     *             naming them
     */
    public static void requireImages(Project project) {
        List<String> without = project.services().values().stream()
                .filter(service -> service.image() == null && service.build() != null).map(Service::name).sorted()
                .toList();
        if (!without.isEmpty()) {
            throw new PublishException("these services have a build section and no image that others could pull: "
                    + String.join(", ", without) + "; give each an 'image'", null);
        }
    }

    /**
     * Refuses to let variables leave the machine, whose values may be secret.
     *
     * @throws PublishException
     *             naming the services and configs that have any
     */
    public static void requireNoEnvironment(Project project, PublishedFiles files) {
        List<String> found = new ArrayList<>();
        files.envFiles().forEach(file -> found.add("a service has the env_file " + file));
        for (Service service : project.services().values()) {
            if (!service.process().environment().isEmpty()) {
                found.add("service '" + service.name() + "' has environment variables");
            }
        }
        project.configs().forEach((name, config) -> {
            if (config.environment() != null) {
                found.add("config '" + name + "' is an environment variable");
            }
        });
        if (!found.isEmpty()) {
            throw new PublishException(String.join("\n", found) + "\nsecrets could leak: allow it with --with-env, or"
                    + " take them out of the Compose files", null);
        }
    }

    /** What should be asked, in order; each a text that ends in a question. */
    public static List<String> questions(Project project, PublishedFiles files) {
        List<String> questions = new ArrayList<>();
        add(questions, bindMounts(project), "bind mounts will be declared in the artifact; their content stays here:",
                "publish these declarations?");
        add(questions, secrets(project, files), "what looks like a secret would become readable for others:",
                "publish it?");
        add(questions, variables(project), "these environment variables would become readable for others:",
                "publish them?");
        return questions;
    }

    private static void add(List<String> questions, List<String> findings, String before, String question) {
        if (!findings.isEmpty()) {
            questions.add(before + "\n  " + String.join("\n  ", findings) + "\n" + question);
        }
    }

    private static List<String> bindMounts(Project project) {
        List<String> found = new ArrayList<>();
        for (Service service : project.services().values()) {
            for (Mount mount : service.mounts().volumes()) {
                if (mount.type() == Mount.Type.BIND) {
                    found.add(service.name() + ": " + mount.source() + ":" + mount.target() + (mount.readOnly()
                            ? ":ro"
                            : ""));
                }
            }
        }
        return found;
    }

    private static List<String> variables(Project project) {
        List<String> found = new ArrayList<>();
        for (Service service : project.services().values()) {
            for (Map.Entry<String, @Nullable String> variable : service.process().environment().entrySet()) {
                found.add("service " + service.name() + ": " + variable.getKey()
                        + (variable.getValue() == null ? "" : "=" + variable.getValue()));
            }
        }
        project.configs().forEach((name, config) -> {
            if (config.environment() != null) {
                found.add("config " + name + ": " + config.environment());
            }
        });
        return found;
    }

    private static List<String> secrets(Project project, PublishedFiles published) {
        Set<Path> files = new LinkedHashSet<>(published.all());
        project.configs().values().stream().map(Config::file).forEach(file -> addPath(files, file));
        project.secrets().values().stream().map(Secret::file).forEach(file -> addPath(files, file));
        return files.stream().flatMap(file -> SensitiveText.findings(file.toString(), published.textOf(file)).stream())
                .toList();
    }

    private static void addPath(Set<Path> files, @Nullable String file) {
        if (file != null) {
            files.add(Path.of(file));
        }
    }
}
