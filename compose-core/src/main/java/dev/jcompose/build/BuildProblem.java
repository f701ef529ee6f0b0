package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Node;

/** What a build section asks for and cannot have, at its place. */
final class BuildProblem {
    private BuildProblem() {
    }

    static InvalidProjectException of(Project project, BuildTarget target, String attribute, String message,
            String hint) {
        return new InvalidProjectException(problem(project, target, attribute, message, hint));
    }

    static Problem problem(Project project, BuildTarget target, String attribute, String message, String hint) {
        YamlPath service = YamlPath.of("services", target.service().name());
        YamlPath path = service.key("build").key(attribute);
        Node node = project.at(path).or(() -> project.at(service)).orElse(project.canonical());
        return Problem.error(node.position(), path, message, hint);
    }
}
