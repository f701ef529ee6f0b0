package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects from their canonical text. */
final class Projects {
    /** Hears nothing. */
    static final ImageBuilder.Sink DEAF = new ImageBuilder.Sink() {
        @Override
        public void progress(String target, String part, String status) {
            // not asked for
        }

        @Override
        public void output(String target, String line) {
            // not asked for
        }
    };

    private Projects() {
    }

    static Project of(String directory, Map<String, String> environment, String yaml) {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", yaml).getFirst();
        return Project.decode(tree, Mapping.empty(tree.origin()),
                new ProjectOrigin(directory, List.of(), List.of(), Set.of(), environment, List.of()));
    }

    static List<BuildTarget> targets(Project project) {
        return project.services().values().stream().filter(service -> service.build() != null)
                .map(service -> new BuildTarget(
                        service.image() == null ? project.name() + "-" + service.name() : service.image(), service))
                .toList();
    }
}
