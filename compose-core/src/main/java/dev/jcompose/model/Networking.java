package dev.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a container is reached and whom it reaches.
 *
 * @param networkMode
 *            {@code bridge}, {@code host}, {@code none}, {@code service:…}, {@code container:…}; null where the
 *            service is on {@code networks}
 * @param networks
 *            by the network's key, in the order written
 * @param expose
 *            ports and ranges without a host's port, as written
 * @param extraHosts
 *            {@code host=address}, in canonical order
 * @param links
 *            {@code service} or {@code service:alias}
 * @param externalLinks
 *            {@code container} or {@code container:alias}
 */
public record Networking(@Nullable String networkMode, Map<String, NetworkUse> networks, List<Port> ports,
        List<String> expose, @Nullable String hostname, @Nullable String domainname, List<String> dns,
        List<String> dnsOpt, List<String> dnsSearch, List<String> extraHosts, List<String> links,
        List<String> externalLinks, @Nullable String macAddress) {
    public Networking {
        networks = Ordered.copyOf(networks);
        ports = List.copyOf(ports);
        expose = List.copyOf(expose);
        dns = List.copyOf(dns);
        dnsOpt = List.copyOf(dnsOpt);
        dnsSearch = List.copyOf(dnsSearch);
        extraHosts = List.copyOf(extraHosts);
        links = List.copyOf(links);
        externalLinks = List.copyOf(externalLinks);
    }

    static Networking decode(Attributes a) {
        return new Networking(a.string("network_mode"), a.named("networks", (key, b) -> NetworkUse.decode(b)),
                a.objects("ports", Port::decode), a.strings("expose"), a.string("hostname"), a.string("domainname"),
                a.strings("dns"), a.strings("dns_opt"), a.strings("dns_search"), a.strings("extra_hosts"),
                a.strings("links"), a.strings("external_links"), a.string("mac_address"));
    }

    /** The same with other published ports. */
    public Networking withPorts(List<Port> other) {
        return new Networking(networkMode, networks, other, expose, hostname, domainname, dns, dnsOpt, dnsSearch,
                extraHosts, links, externalLinks, macAddress);
    }

    /**
     * A published port (specification, "ports", long form).
     *
     * @param target
     *            the container's port
     * @param published
     *            the host's port or range; null lets the engine choose
     * @param protocol
     *            {@code tcp}, {@code udp}, {@code sctp}
     */
    public record Port(int target, @Nullable String published, @Nullable String hostIp, String protocol,
            @Nullable String mode, @Nullable String name, @Nullable String appProtocol) {
        static Port decode(Attributes a) {
            Integer target = a.integer("target");
            return new Port(target == null ? 0 : target, a.string("published"), a.string("host_ip"),
                    a.string("protocol", "tcp"), a.string("mode"), a.string("name"), a.string("app_protocol"));
        }
    }

    /**
     * A service's place on a network (specification, {@code services.*.networks.*}).
     *
     * @param priority
     *            the network with the highest one is the container's first; null counts as 0
     * @param gwPriority
     *            the network with the highest one supplies the default gateway
     */
    public record NetworkUse(List<String> aliases, @Nullable String ipv4Address, @Nullable String ipv6Address,
            List<String> linkLocalIps, @Nullable String macAddress, Map<String, String> driverOpts,
            @Nullable String interfaceName, @Nullable Integer priority, @Nullable Integer gwPriority) {
        /** A network joined without saying anything more. */
        public static final NetworkUse DEFAULT = new NetworkUse(List.of(), null, null, List.of(), null, Map.of(), null,
                null, null);

        public NetworkUse {
            aliases = List.copyOf(aliases);
            linkLocalIps = List.copyOf(linkLocalIps);
            driverOpts = Ordered.copyOf(driverOpts);
        }

        static NetworkUse decode(Attributes a) {
            return new NetworkUse(a.strings("aliases"), a.string("ipv4_address"), a.string("ipv6_address"),
                    a.strings("link_local_ips"), a.string("mac_address"), a.stringMap("driver_opts"),
                    a.string("interface_name"), a.integer("priority"), a.integer("gw_priority"));
        }
    }
}
