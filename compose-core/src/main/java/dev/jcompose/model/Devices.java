package dev.jcompose.model;

import dev.jcompose.yaml.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The host's devices that a container gets.
 *
 * @param cgroupRules
 *            {@code c 1:3 mr}
 */
public record Devices(List<Device> devices, List<String> cgroupRules, List<DeviceRequest> gpus) {
    public Devices {
        devices = List.copyOf(devices);
        cgroupRules = List.copyOf(cgroupRules);
        gpus = List.copyOf(gpus);
    }

    static Devices decode(Attributes a) {
        return new Devices(a.objects("devices", Device::decode), a.strings("device_cgroup_rules"), gpus(a));
    }

    private static List<DeviceRequest> gpus(Attributes a) {
        return a.value("gpus") instanceof Scalar
                ? List.of(new DeviceRequest(List.of(), null, -1L, List.of(), Map.of()))
                : a.objects("gpus", DeviceRequest::decode);
    }

    /**
     * A device, or several by a name of the Container Device Interface ({@code vendor/class=name}).
     *
     * @param permissions
     *            of {@code r}, {@code w}, {@code m}
     */
    public record Device(String source, String target, String permissions) {
        static Device decode(Attributes a) {
            String source = a.string("source", "");
            return new Device(source, a.string("target", source), a.string("permissions", "rwm"));
        }
    }

    /**
     * Devices asked for by what they can do.
     *
     * @param count
     *            how many; -1 for all; null where ids or nothing is said
     */
    public record DeviceRequest(List<String> capabilities, @Nullable String driver, @Nullable Long count,
            List<String> deviceIds, Map<String, String> options) {
        public DeviceRequest {
            capabilities = List.copyOf(capabilities);
            deviceIds = List.copyOf(deviceIds);
            options = Ordered.copyOf(options);
        }

        static DeviceRequest decode(Attributes a) {
            Long count = "all".equals(a.string("count")) ? Long.valueOf(-1) : a.longInteger("count");
            return new DeviceRequest(a.strings("capabilities"), a.string("driver"), count, a.strings("device_ids"),
                    a.stringMap("options"));
        }
    }
}
