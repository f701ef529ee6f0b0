package dev.jcompose.engine.docker;

import dev.jcompose.model.Devices.Device;
import dev.jcompose.model.Devices.DeviceRequest;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Devices by path, by name and by what they can do. */
final class DevicesMapping {
    private static final Pattern CDI_NAME = Pattern.compile("[a-zA-Z][\\w.-]*/[a-zA-Z][\\w-]*=[\\w.:-]+");

    private DevicesMapping() {
    }

    static void write(Service service, JsonObject host) {
        List<Object> paths = new ArrayList<>();
        List<Object> requests = new ArrayList<>();
        for (Device device : service.devices().devices()) {
            if (device.source().equals(device.target()) && CDI_NAME.matcher(device.source()).matches()) {
                requests.add(Map.of("Driver", "cdi", "DeviceIDs", List.of(device.source())));
            } else {
                paths.add(new JsonObject().put("PathOnHost", device.source()).put("PathInContainer", device.target())
                        .put("CgroupPermissions", device.permissions()).fields());
            }
        }
        if (service.deploy() != null && service.deploy().reservations() != null) {
            service.deploy().reservations().devices().forEach(device -> requests.add(request(device, List.of())));
        }
        service.devices().gpus().forEach(gpu -> requests.add(request(gpu, List.of("gpu"))));
        host.put("Devices", paths).put("DeviceRequests", requests)
                .put("DeviceCgroupRules", service.devices().cgroupRules());
    }

    private static Map<String, @Nullable Object> request(DeviceRequest device, List<String> more) {
        List<String> capabilities = new ArrayList<>(device.capabilities());
        capabilities.addAll(more);
        Long count = device.count();
        return new JsonObject().put("Driver", device.driver())
                .nonZero("Count", count == null && device.deviceIds().isEmpty() ? Long.valueOf(-1) : count)
                .put("DeviceIDs", device.deviceIds()).put("Capabilities", List.of(capabilities))
                .put("Options", device.options()).fields();
    }
}
