package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a container is to be connected to a network ({@code EndpointSettings}).
 *
 * @param links
 *            {@code container:alias}
 * @param macAddress
 *            honoured from API 1.44 on; before, only for the first network
 * @param interfaceName
 *            of the container's interface; from API 1.49 on
 * @param gwPriority
 *            from API 1.48 on
 */
public record EndpointSpec(List<String> aliases, List<String> links, @Nullable String ipv4Address,
        @Nullable String ipv6Address, List<String> linkLocalIps, @Nullable String macAddress,
        Map<String, String> driverOpts, @Nullable String interfaceName, @Nullable Integer gwPriority) {
    public EndpointSpec {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
        linkLocalIps = List.copyOf(linkLocalIps);
        driverOpts = Ordered.copyOf(driverOpts);
    }

    /** A connection with nothing but names. */
    public static EndpointSpec named(String... aliases) {
        return new EndpointSpec(List.of(aliases), List.of(), null, null, List.of(), null, Map.of(), null, null);
    }

    /** What a service says of a network, with the names that it does not. */
    public static EndpointSpec of(dev.jcompose.model.Networking.NetworkUse use, List<String> aliases,
            List<String> links) {
        return new EndpointSpec(aliases, links, use.ipv4Address(), use.ipv6Address(), use.linkLocalIps(),
                use.macAddress(), use.driverOpts(), use.interfaceName(), use.gwPriority());
    }

    /** The same with another hardware address. */
    public EndpointSpec withMacAddress(@Nullable String other) {
        return new EndpointSpec(aliases, links, ipv4Address, ipv6Address, linkLocalIps, other, driverOpts,
                interfaceName, gwPriority);
    }
}
