package dev.jcompose.engine.docker;

import dev.jcompose.model.HealthCheck;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The health check. What it does not say is the image's affair. */
final class HealthMapping {
    private HealthMapping() {
    }

    static void write(@Nullable HealthCheck check, JsonObject config) {
        if (check != null) {
            config.put("Healthcheck", new JsonObject().put("Test", check.disable() ? List.of("NONE") : check.test())
                    .nonZero("Interval", nanos(check.interval())).nonZero("Timeout", nanos(check.timeout()))
                    .nonZero("Retries", check.retries()).nonZero("StartPeriod", nanos(check.startPeriod()))
                    .nonZero("StartInterval", nanos(check.startInterval())).fields());
        }
    }

    private static @Nullable Long nanos(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }
}
