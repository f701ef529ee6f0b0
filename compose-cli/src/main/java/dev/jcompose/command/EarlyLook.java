package dev.jcompose.command;

import dev.jcompose.engine.Engine;
import dev.jcompose.execute.Glimpse;
import dev.jcompose.execute.ProjectTurn;
import dev.jcompose.observe.Lists;
import org.jspecify.annotations.Nullable;

/**
 * Lists that the engine is asked for while the project's files are still being read. What they tell holds only if nobody
 * has changed the project between the question and this command's turn, for which there is the glimpse.
 */
record EarlyLook(String project, Glimpse glimpse, Lists lists) {
    /** Asks, unless somebody else may be at work on the project. */
    static @Nullable EarlyLook begin(Engine engine, ProjectTurn turn, String project) {
        return turn.glimpse(project).map(glimpse -> new EarlyLook(project, glimpse, Lists.begin(engine, project)))
                .orElse(null);
    }
}
