package dev.jcompose.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container's health is probed. What is null or empty here is taken from the image.
 *
 * @param test
 *            begins with {@code CMD}, {@code CMD-SHELL} or {@code NONE}; a single other text is a shell's command
 * @param disable
 *            whether the image's own check is switched off
 */
public record HealthCheck(List<String> test, @Nullable Duration interval, @Nullable Duration timeout,
        @Nullable Integer retries, @Nullable Duration startPeriod, @Nullable Duration startInterval, boolean disable) {
    public HealthCheck { test = List.copyOf(test); }

    static HealthCheck decode(Attributes a) {
        List<String> test = a.strings("test");
        boolean shell = a.value("test") instanceof dev.jcompose.yaml.Scalar;
        return new HealthCheck(shell ? List.of("CMD-SHELL", test.get(0)) : test, a.duration("interval"),
                a.duration("timeout"), a.integer("retries"), a.duration("start_period"), a.duration("start_interval"),
                a.flag("disable"));
    }

    /** Whether it says that there is no check. */
    public boolean isDisabled() {
        return disable || (!test.isEmpty() && test.get(0).equals("NONE"));
    }
}
