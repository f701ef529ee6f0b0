package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Map;

/**
 * A container's place on a network, as the engine has it; texts are empty where there is nothing.
 *
 * @param aliases
 *            names by which others on the network find it; not told by lists
 * @param ipv4Address
 *            the configured one
 * @param ipv6Address
 *            the configured one
 * @param macAddress
 *            the current one
 * @param ipAddress
 *            the current one, empty while it does not run
 */
public record Endpoint(String networkId, String endpointId, List<String> aliases, List<String> links,
        String ipv4Address, String ipv6Address, List<String> linkLocalIps, String macAddress, String ipAddress,
        String globalIpv6Address, String gateway, Map<String, String> driverOpts, int gwPriority) {
    public Endpoint {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
        linkLocalIps = List.copyOf(linkLocalIps);
        driverOpts = Ordered.copyOf(driverOpts);
    }
}
