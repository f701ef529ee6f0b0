package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import java.util.List;

/** Makes images from build sections. */
public interface ImageBuilder {
    /**
     * Builds all targets; those that others are built upon come first in the list.
     *
     * @throws dev.jcompose.source.ComposeException
     *             if one of them cannot be built; some may have been
     */
    void build(Project project, List<BuildTarget> targets, BuildOptions options, Sink sink);

    /** Takes what a build has to tell, from any thread. */
    interface Sink {
        /**
         * A part of the build has got further.
         *
         * @param target
         *            the service it belongs to; empty where it is shared
         * @param part
         *            a name of the part that stays the same, such as {@code [web 2/3] RUN make}
         * @param status
         *            a word or two
         */
        void progress(String target, String part, String status);

        /** A line that a build command wrote. */
        void output(String target, String line);
    }
}
