package dev.jcompose.build;

import dev.jcompose.model.Build;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.source.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classic builder cannot do, told before anything is built. */
final class ClassicLimits {
    private static final String HINT = "install buildx, the Docker client's plugin";

    private ClassicLimits() {
    }

    /** Whether all of it can be built. */
    static boolean allow(Project project, List<BuildTarget> targets, BuildOptions options) {
        return !needBuildKit(options) && problems(project, targets, options).errors().isEmpty();
    }

    private static boolean needBuildKit(BuildOptions options) {
        return options.builder() != null || options.check() || !options.ssh().isEmpty();
    }

    static void check(Project project, List<BuildTarget> targets, BuildOptions options) {
        if (needBuildKit(options)) {
            String flag = options.builder() != null ? "--builder" : options.check() ? "--check" : "--ssh";
            throw new BuildFailedException("", "", flag + " needs BuildKit, but the engine's classic builder is in use",
                    List.of(HINT));
        }
        problems(project, targets, options).throwIfAny();
    }

    private static Problems problems(Project project, List<BuildTarget> targets, BuildOptions options) {
        Problems problems = new Problems();
        for (BuildTarget target : targets) {
            Build build = target.build();
            Check check = (attribute, asked) -> {
                if (asked) {
                    problems.add(BuildProblem.problem(project, target, attribute, "needs BuildKit", HINT));
                }
            };
            check.refuse("secrets", !build.secrets().isEmpty());
            check.refuse("ssh", !build.ssh().isEmpty());
            check.refuse("additional_contexts", !build.additionalContexts().isEmpty());
            check.refuse("platforms", build.platforms().size() > 1 && options.allPlatforms());
            check.refuse("privileged", build.privileged());
            check.refuse("entitlements", !build.entitlements().isEmpty());
            check.refuse("cache_to", !build.cache().to().isEmpty());
            check.refuse("no_cache_filter", !build.cache().noneFor().isEmpty());
            check.refuse("provenance", isWanted(build.provenance()) || isWanted(options.provenance()));
            check.refuse("sbom", isWanted(build.sbom()) || isWanted(options.sbom()));
        }
        return problems;
    }

    private static boolean isWanted(@Nullable String attestation) {
        return attestation != null && !Set.of("", "false").contains(attestation);
    }

    private interface Check {
        void refuse(String attribute, boolean asked);
    }
}
