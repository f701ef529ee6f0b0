package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Networking.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names, name servers, ports, links and the first network. */
final class NetworkingMapping {
    private NetworkingMapping() {
    }

    static void write(ContainerSpec spec, ApiVersion version, JsonObject config, JsonObject host) {
        Networking networking = spec.service().networking();
        config.put("Hostname", networking.hostname()).put("Domainname", networking.domainname())
                .put("ExposedPorts", exposed(networking));
        if ("disabled".equals(networking.networkMode())) {
            config.always("NetworkDisabled", true);
        }
        if (!version.atLeast(44)) {
            config.put("MacAddress", macAddress(spec));
        }
        host.put("NetworkMode", spec.connections().mode()).put("PortBindings", bindings(networking))
                .put("Links", spec.connections().links()).put("Dns", networking.dns())
                .put("DnsOptions", networking.dnsOpt()).put("DnsSearch", networking.dnsSearch())
                .put("ExtraHosts", networking.extraHosts().stream().map(NetworkingMapping::extraHost).toList());
    }

    private static @Nullable String macAddress(ContainerSpec spec) {
        List<Attachment> attachments = spec.connections().attachments();
        String first = attachments.isEmpty() ? null : attachments.get(0).endpoint().macAddress();
        return first == null ? spec.service().networking().macAddress() : first;
    }

    /** Ranges are written out: the engine takes a range for a single port that cannot be. */
    private static Map<String, Object> exposed(Networking networking) {
        Map<String, Object> ports = new LinkedHashMap<>();
        networking.expose().forEach(port -> ports.put(port, Map.of()));
        networking.ports().forEach(port -> ports.put(key(port), Map.of()));
        return ports;
    }

    private static Map<String, Object> bindings(Networking networking) {
        Map<String, List<Object>> bindings = new LinkedHashMap<>();
        for (Port port : networking.ports()) {
            bindings.computeIfAbsent(key(port), key -> new ArrayList<>()).add(
                    new JsonObject().put("HostIp", port.hostIp()).put("HostPort", port.published()).fields());
        }
        return new LinkedHashMap<>(bindings);
    }

    private static String key(Port port) {
        return port.target() + "/" + port.protocol();
    }

    /** {@code host=address} becomes {@code host:address}; an IPv6 address loses its brackets. */
    private static String extraHost(String entry) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
            return entry;
        }
        String address = entry.substring(equals + 1);
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        return entry.substring(0, equals) + ":" + (bracketed ? address.substring(1, address.length() - 1) : address);
    }
}
