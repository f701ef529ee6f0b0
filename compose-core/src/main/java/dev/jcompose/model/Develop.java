package dev.jcompose.model;

import dev.jcompose.model.Lifecycle.Hook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is watched while developing (specification, "Develop"). */
public record Develop(List<Watch> watch) {
    public Develop { watch = List.copyOf(watch); }

    static Develop decode(Attributes a) {
        return new Develop(a.objects("watch", Watch::decode));
    }

    /**
     * One path to watch.
     *
     * @param path
     *            absolute
     * @param action
     *            {@code rebuild}, {@code sync}, {@code restart}, {@code sync+restart}, {@code sync+exec}
     * @param target
     *            path in the container; null where nothing is copied
     * @param exec
     *            what to run after copying; null where nothing
     * @param include
     *            patterns; all files where empty
     */
    public record Watch(String path, String action, @Nullable String target, @Nullable Hook exec, List<String> include,
            List<String> ignore, boolean initialSync) {
        public Watch {
            include = List.copyOf(include);
            ignore = List.copyOf(ignore);
        }

        static Watch decode(Attributes a) {
            return new Watch(a.string("path", ""), a.string("action", ""), a.string("target"),
                    a.object("exec", Hook::decode), a.strings("include"), a.strings("ignore"), a.flag("initial_sync"));
        }
    }
}
