package dev.jcompose.watch;

import dev.jcompose.build.IgnoreRules;
import dev.jcompose.model.Lifecycle.Hook;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One watched path of a service, ready to be asked. Immutable; does no I/O.
 *
 * @param service
 *            whose it is
 * @param root
 *            what is watched, a file or a folder, absolute
 * @param target
 *            where in the container it goes; null where nothing is copied
 * @param exec
 *            what is run after copying; null where nothing
 * @param initialSync
 *            whether all is copied at the beginning
 * @param included
 *            whether there are patterns that files must match
 */
public record WatchRule(String service, Path root, Action action, @Nullable String target, @Nullable Hook exec,
        boolean initialSync, boolean included, IgnoreRules include, List<Ignoring> ignoring) {
    public WatchRule { ignoring = List.copyOf(ignoring); }

    /** What a change leads to. */
    public enum Action {
        /** The file is copied. */
        SYNC,
        /** The image is built and the containers are made anew. */
        REBUILD,
        /** The containers are restarted. */
        RESTART,
        /** The file is copied, and the containers are restarted. */
        SYNC_RESTART,
        /** The file is copied, and a command is run. */
        SYNC_EXEC;

        /** Of its name in the file. */
        static Action of(String text) {
            return switch (text) {
                case "sync" -> SYNC;
                case "rebuild" -> REBUILD;
                case "restart" -> RESTART;
                case "sync+restart" -> SYNC_RESTART;
                case "sync+exec" -> SYNC_EXEC;
                default -> throw new IllegalArgumentException("develop.watch.action: " + text);
            };
        }

        /** Whether files are copied. */
        public boolean copies() {
            return this == SYNC || this == SYNC_RESTART || this == SYNC_EXEC;
        }
    }

    /** Patterns, and the folder that they are relative to. */
    public record Ignoring(Path base, IgnoreRules rules) {
        boolean ignores(Path path) {
            return !path.equals(base) && path.startsWith(base) && rules.ignores(slashes(base.relativize(path)));
        }
    }

    /** Whether a change of this path is this rule's affair. */
    public boolean matches(Path path) {
        return path.startsWith(root) && !isIgnored(path) && isIncluded(path);
    }

    /** Whether nothing below this folder can be this rule's affair, whatever its name. */
    public boolean skipsFolder(Path folder) {
        boolean related = folder.startsWith(root) || root.startsWith(folder);
        return !related || isIgnored(folder);
    }

    private boolean isIgnored(Path path) {
        return ignoring.stream().anyMatch(each -> each.ignores(path));
    }

    private boolean isIncluded(Path path) {
        return !included || path.equals(root) || include.ignores(slashes(root.relativize(path)));
    }

    /** Where a path goes in the container; only where something is copied. */
    public String destination(Path path) {
        String base = target == null ? "/" : target;
        if (path.equals(root)) {
            return base;
        }
        return (base.endsWith("/") ? base : base + "/") + slashes(root.relativize(path));
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
