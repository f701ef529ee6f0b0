package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import java.util.Map;
import java.util.TreeMap;

/** The arguments that a Dockerfile is given: those of the file, and over them those of the command line. */
final class BuildArguments {
    private BuildArguments() {
    }

    /** Sorted by name. Those that nobody gives a value are left out: the Dockerfile's own default holds. */
    static Map<String, String> of(Project project, BuildTarget target, BuildOptions options) {
        Map<String, String> given = new TreeMap<>();
        target.build().args().forEach((name, value) -> put(given, name, value));
        options.args().forEach(
                (name, value) -> put(given, name, value != null ? value : project.origin().environment().get(name)));
        return given;
    }

    private static void put(Map<String, String> given, String name,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
