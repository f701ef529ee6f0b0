package dev.jcompose.plan;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the flags of {@code build} and {@code up --build} say over the file.
 *
 * @param pull
 *            whether newer base images are looked for
 * @param noCache
 *            whether nothing is reused of earlier builds
 * @param push
 *            whether the images are sent to their registries
 * @param check
 *            whether Dockerfiles are only checked, and nothing is built
 * @param allPlatforms
 *            whether images are made for all platforms of the file; else for the one that containers are to run on
 * @param args
 *            over the file's build arguments; a null value stands for one from the project's environment
 * @param ssh
 *            agents and keys, as {@code --ssh} takes them
 * @param builder
 *            which of the user's builders; null for the current one
 * @param memory
 *            bytes that a step of the build may use; null for no limit
 * @param quiet
 *            whether only results are shown
 * @param provenance
 *            over the file's {@code provenance}; null for that
 * @param sbom
 *            over the file's {@code sbom}; null for that
 */
public record BuildOptions(boolean pull, boolean noCache, boolean push, boolean check, boolean allPlatforms,
        Map<String, @Nullable String> args, List<String> ssh, @Nullable String builder, @Nullable Long memory,
        boolean quiet, @Nullable String provenance, @Nullable String sbom) {
    /** What the file says and no more, for containers to be made from. */
    public static final BuildOptions DEFAULTS = new BuildOptions(false, false, false, false, false, Map.of(),
            List.of(), null, null, false, null, null);

    public BuildOptions {
        args = Ordered.copyOf(args);
        ssh = List.copyOf(ssh);
    }

    /** The same, showing results only. */
    public BuildOptions quietly() {
        return new BuildOptions(pull, noCache, push, check, allPlatforms, args, ssh, builder, memory, true, provenance,
                sbom);
    }
}
