package dev.jcompose.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens when a container starts and stops.
 *
 * @param restart
 *            {@code no}, {@code always}, {@code unless-stopped}, {@code on-failure[:n]}; null where nothing is said
 * @param stopGracePeriod
 *            between the stop signal and SIGKILL; null for the engine's default of 10 seconds
 */
public record Lifecycle(@Nullable String restart, @Nullable String stopSignal, @Nullable Duration stopGracePeriod,
        List<Hook> preStart, List<Hook> postStart, List<Hook> preStop) {
    public Lifecycle {
        preStart = List.copyOf(preStart);
        postStart = List.copyOf(postStart);
        preStop = List.copyOf(preStop);
    }

    static Lifecycle decode(Attributes a) {
        return new Lifecycle(a.string("restart"), a.string("stop_signal"), a.duration("stop_grace_period"),
                a.objects("pre_start", Hook::decode), a.objects("post_start", Hook::decode),
                a.objects("pre_stop", Hook::decode));
    }

    /** The same with another restart policy. */
    public Lifecycle withRestart(@Nullable String other) {
        return new Lifecycle(other, stopSignal, stopGracePeriod, preStart, postStart, preStop);
    }

    /**
     * A command run beside the container's own.
     *
     * @param image
     *            {@code pre_start} only: what to run it in; null for the service's image
     * @param environment
     *            a null value takes the variable out
     */
    public record Hook(List<String> command, @Nullable String image, @Nullable String user, boolean privileged,
            @Nullable String workingDir, Map<String, @Nullable String> environment, boolean perReplica) {
        public Hook {
            command = List.copyOf(command);
            environment = Ordered.copyOf(environment);
        }

        static Hook decode(Attributes a) {
            return new Hook(a.strings("command"), a.string("image"), a.string("user"), a.flag("privileged"),
                    a.string("working_dir"), a.nullableStringMap("environment"), a.flag("per_replica"));
        }
    }
}
