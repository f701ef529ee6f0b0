package dev.jcompose.engine.docker;

import dev.jcompose.model.Deploy.RestartPolicy;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Logging;
import dev.jcompose.model.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Restarting, stopping and logging. */
final class LifecycleMapping {
    private LifecycleMapping() {
    }

    static void write(Service service, JsonObject config, JsonObject host) {
        Lifecycle lifecycle = service.lifecycle();
        config.put("StopSignal", lifecycle.stopSignal());
        if (lifecycle.stopGracePeriod() != null) {
            config.always("StopTimeout", lifecycle.stopGracePeriod().toSeconds());
        }
        host.put("RestartPolicy", restartPolicy(service));
        Logging logging = service.logging();
        if (logging != null) {
            host.put("LogConfig",
                    new JsonObject().put("Type", logging.driver()).put("Config", logging.options()).fields());
        }
    }

    private static @Nullable Map<String, @Nullable Object> restartPolicy(Service service) {
        RestartPolicy policy = service.deploy() == null ? null : service.deploy().restartPolicy();
        if (policy != null) {
            return restartPolicy(policy);
        }
        String restart = service.lifecycle().restart();
        if (restart == null) {
            return null;
        }
        int colon = restart.indexOf(':');
        if (colon < 0) {
            return new JsonObject().put("Name", restart).fields();
        }
        return new JsonObject().put("Name", restart.substring(0, colon))
                .put("MaximumRetryCount", Integer.valueOf(restart.substring(colon + 1).strip())).fields();
    }

    /** Without a condition there is no policy: the specification would have "any", but docker compose does not. */
    private static @Nullable Map<String, @Nullable Object> restartPolicy(RestartPolicy policy) {
        if (policy.condition() == null) {
            return null;
        }
        String name = switch (policy.condition()) {
            case "none" -> "no";
            case "any" -> "always";
            default -> policy.condition();
        };
        return new JsonObject().put("Name", name).nonZero("MaximumRetryCount", policy.maxAttempts()).fields();
    }
}
