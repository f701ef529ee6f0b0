package dev.jcompose.plan;

import dev.jcompose.model.Config;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import dev.jcompose.observe.HostPaths;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files of this machine that a container is to be given, and that are not there. */
final class HostFileCheck {
    /** A name with an extension, but for those that folders have. */
    private static final Pattern LIKE_A_FILE = Pattern.compile(".*[^/.][^/]*\\.(?!d$)[A-Za-z0-9]{1,8}");

    private HostFileCheck() {
    }

    /** A config or secret without its file is an error; so is not a folder that the engine makes by mistake. */
    static void of(UpDraft draft, Service service) {
        HostPaths paths = draft.seen.paths();
        for (FileUse use : service.mounts().configs()) {
            Config config = draft.project.configs().get(use.source());
            require(draft, paths, YamlPath.of("configs", use.source(), "file"), config == null ? null : config.file());
        }
        for (FileUse use : service.mounts().secrets()) {
            Secret secret = draft.project.secrets().get(use.source());
            require(draft, paths, YamlPath.of("secrets", use.source(), "file"), secret == null ? null : secret.file());
        }
        List<Mount> mounts = service.mounts().volumes();
        for (int i = 0; i < mounts.size(); i++) {
            Mount mount = mounts.get(i);
            String source = mount.source();
            boolean made = mount.bind() == null || mount.bind().createHostPath();
            if (mount.type() == Mount.Type.BIND && source != null && made && paths.lacks(source)
                    && LIKE_A_FILE.matcher(source).matches()) {
                YamlPath path = YamlPath.of("services", service.name(), "volumes").index(i);
                draft.plan.notice(new Problem(draft.project.position(path), path,
                        source + " is not there, and the engine makes a folder of that name",
                        "if it is to be a file, make it first", Problem.Severity.WARNING).toString());
            }
        }
    }

    private static void require(UpDraft draft, HostPaths paths, YamlPath path, @Nullable String file) {
        if (file != null && paths.lacks(file)) {
            draft.problems.add(Problem.error(draft.project.position(path), path, "there is no file " + file,
                    "make it, or name another one"));
        }
    }
}
