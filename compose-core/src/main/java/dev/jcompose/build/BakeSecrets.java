package dev.jcompose.build;

import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.plan.BuildTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets of a build, as bake is told where to find them. Those that are no files go by variables. */
final class BakeSecrets {
    private final List<String> sources = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    BakeSecrets(Project project, BuildTarget target) {
        for (FileUse use : target.build().secrets()) {
            Secret secret = project.secrets().get(use.source());
            String id = use.target() == null ? use.source() : use.target();
            if (secret == null) {
                throw BuildProblem.of(project, target, "secrets", "no such secret '" + use.source() + "'",
                        "name one of the top-level section 'secrets'");
            }
            if (secret.file() != null) {
                sources.add("id=" + id + ",type=file,src=" + secret.file());
                files.add(secret.file());
            } else if (secret.environment() != null) {
                variable(id, secret.environment(),
                        project.origin().environment().getOrDefault(secret.environment(), ""));
            } else if (secret.content() != null) {
                variable(id, "COMPOSE_SECRET_" + environment.size() + "_" + target.service().name()
                        .replaceAll("[^A-Za-z0-9]", "_"), secret.content());
            } else {
                throw BuildProblem.of(project, target, "secrets",
                        "secret '" + use.source() + "' is external and cannot be used in a build",
                        "give it a 'file' or an 'environment'");
            }
        }
    }

    private void variable(String id, String name, String value) {
        sources.add("id=" + id + ",type=env,env=" + name);
        environment.put(name, value);
    }

    List<String> sources() {
        return sources;
    }

    List<String> files() {
        return files;
    }

    Map<String, String> environment() {
        return environment;
    }
}
