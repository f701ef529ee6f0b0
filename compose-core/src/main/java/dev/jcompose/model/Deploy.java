package dev.jcompose.model;

import dev.jcompose.model.Devices.DeviceRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of {@code deploy} a single engine can honour; the rest stays in the canonical tree.
 *
 * @param limits
 *            null where nothing is said
 * @param reservations
 *            null where nothing is said
 * @param restartPolicy
 *            wins over the service's {@code restart}; null where nothing is said
 */
public record Deploy(@Nullable Integer replicas, @Nullable String mode, @Nullable Limits limits,
        @Nullable Reservations reservations, @Nullable RestartPolicy restartPolicy) {

    static Deploy decode(Attributes a) {
        Attributes resources = a.section("resources");
        return new Deploy(a.integer("replicas"), a.string("mode"), resources.object("limits", Limits::decode),
                resources.object("reservations", Reservations::decode),
                a.object("restart_policy", RestartPolicy::decode));
    }

    /** The same without a restart policy. */
    public Deploy withoutRestartPolicy() {
        return new Deploy(replicas, mode, limits, reservations, null);
    }

    /** At most so much: processors, bytes, processes. */
    public record Limits(@Nullable Double cpus, @Nullable Long memory, @Nullable Long pids) {
        static Limits decode(Attributes a) {
            return new Limits(a.number("cpus"), a.bytes("memory"), a.longInteger("pids"));
        }
    }

    /** At least so much: processors, bytes, devices. */
    public record Reservations(@Nullable Double cpus, @Nullable Long memory, List<DeviceRequest> devices) {
        public Reservations { devices = List.copyOf(devices); }

        static Reservations decode(Attributes a) {
            return new Reservations(a.number("cpus"), a.bytes("memory"),
                    a.objects("devices", DeviceRequest::decode));
        }
    }

    /**
     * When the engine starts a container again.
     *
     * @param condition
     *            {@code none}, {@code on-failure}, {@code any}; null where nothing is said
     * @param maxAttempts
     *            null for no limit
     */
    public record RestartPolicy(@Nullable String condition, @Nullable Integer maxAttempts) {
        static RestartPolicy decode(Attributes a) {
            return new RestartPolicy(a.string("condition"), a.integer("max_attempts"));
        }
    }
}
