package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Containers of a project's name that another folder made: perhaps another project that has the same name. */
public final class Strangers {
    private Strangers() {
    }

    /** The other folders, sorted; none where all containers are this folder's, or the project has no folder. */
    public static Set<String> foldersOf(Project project, Observation seen) {
        Set<String> folders = new TreeSet<>();
        String own = project.origin().workingDirectory();
        for (ObservedContainer container : seen.containers()) {
            String folder = container.label(Labels.WORKING_DIR);
            if (!own.isEmpty() && !folder.isEmpty() && !folder.equals(own)) {
                folders.add(folder);
            }
        }
        return Collections.unmodifiableSet(folders);
    }

    /** That there are such folders, in words. */
    public static String told(String project, Set<String> folders) {
        return "containers of project " + project + " come from another folder: " + String.join(", ", folders);
    }
}
