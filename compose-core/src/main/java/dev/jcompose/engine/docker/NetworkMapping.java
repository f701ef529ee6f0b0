package dev.jcompose.engine.docker;

import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.model.Network;
import dev.jcompose.model.Network.Ipam;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /networks/create}. */
final class NetworkMapping {
    private NetworkMapping() {
    }

    static Map<String, @Nullable Object> body(NetworkSpec spec, ApiVersion version) {
        Network network = spec.network();
        JsonObject body = new JsonObject().put("Name", spec.name()).put("Driver", network.driver())
                .put("Options", network.driverOpts()).put("Labels", spec.labels())
                .flag("Internal", network.internal()).flag("Attachable", network.attachable())
                .put("EnableIPv4", network.enableIpv4()).put("EnableIPv6", network.enableIpv6());
        if (!version.atLeast(44)) {
            body.always("CheckDuplicate", true);
        }
        Ipam ipam = network.ipam();
        if (ipam.driver() != null || !ipam.config().isEmpty() || !ipam.options().isEmpty()) {
            body.put("IPAM", new JsonObject().put("Driver", ipam.driver()).put("Options", ipam.options())
                    .put("Config", ipam.config().stream().map(NetworkMapping::pool).toList()).fields());
        }
        return body.fields();
    }

    private static Map<String, @Nullable Object> pool(Network.Pool pool) {
        return new JsonObject().put("Subnet", pool.subnet()).put("IPRange", pool.ipRange())
                .put("Gateway", pool.gateway()).put("AuxiliaryAddresses", pool.auxAddresses()).fields();
    }
}
