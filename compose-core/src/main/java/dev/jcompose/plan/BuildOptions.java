package dev.jcompose.plan;

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
 * @param args
 *            over the file's build arguments; a null value stands for one from the environment
 * @param ssh
 *            agents and keys, as {@code --ssh} takes them
 * @param builder
 *            which of the user's builders; null for the current one
 * @param memory
 *            bytes that a step of the build may use; null for no limit
 * @param quiet
 *            whether only results are shown
 */
public record BuildOptions(boolean pull, boolean noCache, boolean push, Map<String, @Nullable String> args,
        List<String> ssh, @Nullable String builder, @Nullable Long memory, boolean quiet) {
    /** What the file says and no more. */
    public static final BuildOptions DEFAULTS = new BuildOptions(false, false, false, Map.of(), List.of(), null, null,
            false);

    public BuildOptions {
        args = dev.jcompose.model.Ordered.copyOf(args);
        ssh = List.copyOf(ssh);
    }
}
