package dev.jcompose.plan;

import dev.jcompose.model.Config;
import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which configs and secrets of a service are copied in; the others are mounted ({@link FileMounts}). */
final class InjectedFiles {
    private static final int READABLE = 0444;

    private InjectedFiles() {
    }

    static List<InjectedFile> of(Project project, Service service) {
        List<InjectedFile> files = new ArrayList<>();
        for (FileUse use : service.mounts().configs()) {
            Config config = project.configs().get(use.source());
            if (isCredentials(config)) {
                files.add(file(configTarget(use), use, null, null));
            } else if (config != null && !config.external() && isCopied(use, config.file())) {
                String content = content(project, "config", service, use.source(), config.content(),
                        config.environment(), config.file());
                files.add(file(configTarget(use), use, content, config.file()));
            }
        }
        for (FileUse use : service.mounts().secrets()) {
            Secret secret = project.secrets().get(use.source());
            if (secret != null && !secret.external() && isCopied(use, secret.file())) {
                String content = content(project, "secret", service, use.source(), secret.content(),
                        secret.environment(), secret.file());
                files.add(file(secretTarget(use), use, content, secret.file()));
            }
        }
        return files;
    }

    /** The config that {@code use_api_socket} brings: no other one has neither content nor a source. */
    private static boolean isCredentials(@Nullable Config config) {
        return config != null && !config.external() && config.file() == null && config.content() == null
                && config.environment() == null && config.driver() == null && config.templateDriver() == null;
    }

    /** A file with an owner or a mode of its own cannot be mounted: the mount would show the host's. */
    static boolean isCopied(FileUse use, @Nullable String file) {
        return file == null || use.uid() != null || use.gid() != null || use.mode() != null;
    }

    static String configTarget(FileUse use) {
        String target = use.target() == null ? use.source() : use.target();
        return target.startsWith("/") ? target : "/" + target;
    }

    static String secretTarget(FileUse use) {
        String target = use.target() == null ? use.source() : use.target();
        return target.startsWith("/") ? target : "/run/secrets/" + target;
    }

    private static @Nullable String content(Project project, String kind, Service service, String name,
            @Nullable String content, @Nullable String variable, @Nullable String file) {
        if (file != null) {
            return null;
        }
        if (service.security().readOnly()) {
            throw new MissingResourceException("cannot create " + kind + " \"" + name + "\" in read-only service "
                    + service.name() + ": `file` is the sole supported option");
        }
        if (variable == null) {
            return content == null ? "" : content;
        }
        Map<String, String> environment = project.origin().environment();
        String value = environment.get(variable);
        if (value == null) {
            throw new MissingResourceException("environment variable \"" + variable + "\" required by " + kind + " \""
                    + name + "\" is not set; set it, or give the " + kind + " a file");
        }
        return value;
    }

    private static InjectedFile file(String path, FileUse use, @Nullable String content, @Nullable String file) {
        return new InjectedFile(path, number(use.uid()), number(use.gid()), use.mode() == null ? READABLE : use.mode(),
                content, file);
    }

    private static int number(@Nullable String id) {
        if (id == null) {
            return 0;
        }
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException notANumber) {
            throw new MissingResourceException("uid and gid of configs and secrets are numbers, not \"" + id + "\"");
        }
    }
}
