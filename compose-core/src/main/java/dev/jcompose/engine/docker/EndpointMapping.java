package dev.jcompose.engine.docker;

import dev.jcompose.engine.EndpointSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code EndpointSettings}: a container's place on a network. */
final class EndpointMapping {
    /** The option of the endpoint that names the container's interface. */
    private static final String INTERFACE_NAME = "com.docker.network.endpoint.ifname";

    private EndpointMapping() {
    }

    static Map<String, @Nullable Object> body(EndpointSpec endpoint, ApiVersion version) {
        Map<String, String> options = new LinkedHashMap<>(endpoint.driverOpts());
        if (endpoint.interfaceName() != null) {
            options.put(INTERFACE_NAME, endpoint.interfaceName());
        }
        JsonObject fixed = new JsonObject().put("IPv4Address", endpoint.ipv4Address())
                .put("IPv6Address", endpoint.ipv6Address()).put("LinkLocalIPs", endpoint.linkLocalIps());
        JsonObject body = new JsonObject().put("IPAMConfig", fixed.fields()).put("Links", endpoint.links())
                .put("Aliases", endpoint.aliases()).put("DriverOpts", options);
        if (version.atLeast(44)) {
            body.put("MacAddress", endpoint.macAddress());
        }
        if (version.atLeast(48)) {
            body.nonZero("GwPriority", endpoint.gwPriority());
        }
        return body.fields();
    }
}
