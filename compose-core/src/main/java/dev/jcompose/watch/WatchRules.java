package dev.jcompose.watch;

import dev.jcompose.build.IgnoreRules;
import dev.jcompose.model.Build;
import dev.jcompose.model.Develop;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.watch.WatchRule.Ignoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rules of what services say under {@code develop.watch}; reads the ignore files of their build contexts. */
final class WatchRules {
    /** What editors write beside the file that is being edited, and what belongs to version control. */
    private static final List<String> NEVER = List.of("**/.git", "**/.idea", "**/*___jb_tmp___", "**/*___jb_old___",
            "**/.#*", "**/#*#", "**/4913", "**/*~", "**/.*.sw?", "**/.*.kate-swp", "**/.goutputstream-*");

    private final List<WatchRule> rules = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private WatchRules() {
    }

    /**
     * The rules of some services.
     *
     * @throws WatchException
     *             if there are none, or one cannot be followed
     */
    static WatchRules of(Project project, List<String> services) {
        WatchRules found = new WatchRules();
        for (Service service : project.services().values()) {
            Develop develop = service.develop();
            if (develop != null && (services.isEmpty() || services.contains(service.name()))) {
                develop.watch().forEach(watch -> found.add(service, watch));
            }
        }
        if (found.rules.isEmpty() && found.warnings.isEmpty()) {
            throw new WatchException("none of the selected services is configured for watch, consider setting a"
                    + " 'develop' section");
        }
        return found;
    }

    private void add(Service service, Develop.Watch watch) {
        WatchRule.Action action = WatchRule.Action.of(watch.action());
        if (action == WatchRule.Action.REBUILD && service.build() == null) {
            throw new WatchException("can't watch service \"" + service.name()
                    + "\" with action rebuild without a build context");
        }
        Path root = real(Path.of(watch.path()));
        for (Mount mount : service.mounts().volumes()) {
            String source = mount.source();
            if (mount.type() == Mount.Type.BIND && source != null && root.startsWith(real(Path.of(source)))) {
                warnings.add("path '" + watch.path() + "' also declared by a bind mount volume, this path won't be"
                        + " monitored!");
                return;
            }
        }
        List<Ignoring> ignoring = new ArrayList<>(List.of(new Ignoring(root, IgnoreRules.of(NEVER))));
        ignoring.addAll(ofContext(service.build()));
        ignoring.add(new Ignoring(root, patterns(service, watch.ignore())));
        rules.add(new WatchRule(service.name(), root, action, watch.target(), watch.exec(), watch.initialSync(),
                !watch.include().isEmpty(), patterns(service, watch.include()), ignoring));
    }

    private static IgnoreRules patterns(Service service, List<String> lines) {
        try {
            return IgnoreRules.of(lines);
        } catch (IllegalArgumentException e) {
            throw new WatchException("service \"" + service.name() + "\": develop.watch: " + e.getMessage(), e);
        }
    }

    /** What a build does not see is not worth watching either. */
    private static List<Ignoring> ofContext(@Nullable Build build) {
        if (build == null || build.context().contains("://")) {
            return List.of();
        }
        Path context = real(Path.of(build.context()));
        Path file = context.resolve(".dockerignore");
        try {
            return List.of(new Ignoring(context, IgnoreRules.parse(Files.readString(file))));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new WatchException(file + ": " + e.getMessage(), e);
        }
    }

    /** With the links on the way resolved, as the file system tells of changes. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThereYet) {
            return path.toAbsolutePath().normalize();
        }
    }

    List<WatchRule> rules() {
        return List.copyOf(rules);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
