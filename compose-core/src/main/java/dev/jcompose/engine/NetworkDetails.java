package dev.jcompose.engine;

import dev.jcompose.model.Network.Pool;
import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Map;

/**
 * A network as the engine has it.
 *
 * @param pools
 *            the ranges in use
 * @param containers
 *            names of those connected, by id; empty in lists
 * @param raw
 *            the engine's whole answer
 */
public record NetworkDetails(String id, String name, String driver, String scope, boolean internal, boolean attachable,
        boolean ipv6, Map<String, String> options, Map<String, String> labels, String ipamDriver, List<Pool> pools,
        Map<String, String> containers, Map<String, Object> raw) {
    public NetworkDetails {
        options = Ordered.copyOf(options);
        labels = Ordered.copyOf(labels);
        pools = List.copyOf(pools);
        containers = Ordered.copyOf(containers);
        raw = Ordered.copyOf(raw);
    }

    /** A label's value, or the empty text. */
    public String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
