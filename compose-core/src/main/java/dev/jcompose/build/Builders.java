package dev.jcompose.build;

import dev.jcompose.engine.Engine;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.registry.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses who makes images: BuildKit, through the user's buildx, if there is one; else the engine's classic builder.
 * Podman has no BuildKit, so that buildx would fetch one: there its own builder makes what it can make.
 * {@code DOCKER_BUILDKIT=0} asks for the classic builder, {@code DOCKER_BUILDKIT=1} for BuildKit and nothing else.
 * ({@code COMPOSE_BAKE}, which elsewhere chooses between two ways to BuildKit, changes nothing: here is one way.)
 */
public final class Builders {
    private Builders() {
    }

    /** A builder for a user whose environment it is: with that user's credentials. */
    public static ImageBuilder of(Engine engine, Map<String, String> environment) {
        return of(engine, environment, Credentials.of(environment));
    }

    /**
     * A builder that decides when it is first used; before that nothing is looked for.
     *
     * @param engine
     *            for the classic builder
     * @param environment
     *            of the process; buildx is started with it, and learns from it which engine is meant
     *            ({@code DOCKER_HOST}, {@code DOCKER_CONTEXT})
     * @param credentials
     *            for images that the classic builder builds upon; buildx looks for its own
     */
    public static ImageBuilder of(Engine engine, Map<String, String> environment, Credentials credentials) {
        return (project, targets, options, sink) -> choose(engine, environment, credentials).build(project, targets,
                options, sink);
    }

    private static ImageBuilder choose(Engine engine, Map<String, String> environment, Credentials credentials) {
        String wanted = environment.getOrDefault("DOCKER_BUILDKIT", "").toLowerCase(java.util.Locale.ROOT);
        if (List.of("0", "false", "f").contains(wanted)) {
            return new ClassicBuilder(engine, environment, credentials);
        }
        ImageBuilder otherwise = wanted.isEmpty()
                ? new ClassicBuilder(engine, environment, credentials)
                : Builders::refuse;
        Optional<ImageBuilder> bake = Buildx.find(environment)
                .map(buildx -> new BakeBuilder(buildx, environment, otherwise));
        if (bake.isPresent() && wanted.isEmpty() && engine.system().ping().isPodman()) {
            return (project, targets, options, sink) -> (ClassicLimits.allow(project, targets, options)
                    ? otherwise
                    : bake.get()).build(project, targets, options, sink);
        }
        return bake.orElse(otherwise);
    }

    private static void refuse(Project project, List<BuildTarget> targets, BuildOptions options,
            ImageBuilder.Sink sink) {
        throw new BuildFailedException("", "",
                "DOCKER_BUILDKIT asks for BuildKit, but there is no docker-buildx among the client's plugins",
                List.of("install buildx, or set DOCKER_BUILDKIT=0"));
    }
}
