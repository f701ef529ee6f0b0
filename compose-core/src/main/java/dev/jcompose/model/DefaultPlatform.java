package dev.jcompose.model;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.Map;
import java.util.Optional;

/**
 * The platform that {@code DOCKER_DEFAULT_PLATFORM} names, as docker compose heeds it: services that are built are of it
 * unless they name one, which counts in their configuration; images of others are pulled for it. The project as it is
 * printed stays as it is written.
 */
public final class DefaultPlatform {
    private static final String VARIABLE = "DOCKER_DEFAULT_PLATFORM";

    private DefaultPlatform() {
    }

    /** The platform; empty where there is none. */
    public static String of(Map<String, String> environment) {
        return environment.getOrDefault(VARIABLE, "");
    }

    /** A service's canonical subtree with the platform that it gets. */
    public static Mapping given(Mapping service, Map<String, String> environment) {
        String platform = of(environment);
        return platform.isEmpty() || service.get("build") == null || service.get("platform") != null
                ? service
                : service.with("platform", Scalar.string(platform, Origin.at(Position.DEFAULT)));
    }

    /**
     * Refuses to build what is not built for the platform.
     *
     * @throws InvalidProjectException
     *             if it is not among the platforms of the build section
     */
    public static void check(Service service, Map<String, String> environment) {
        String platform = of(environment);
        Build build = service.build();
        if (build != null && platform.equals(service.platform()) && !build.platforms().isEmpty()
                && !build.platforms().contains(platform)) {
            YamlPath at = YamlPath.of("build", "platforms");
            Position position = Optional.ofNullable(service.canonical().at(at)).map(Node::position)
                    .orElse(Position.DEFAULT);
            throw new InvalidProjectException(Problem.error(position, YamlPath.of("services", service.name()),
                    VARIABLE + " is " + platform + ", which is not among build.platforms",
                    "built for: " + String.join(", ", build.platforms())));
        }
    }
}
