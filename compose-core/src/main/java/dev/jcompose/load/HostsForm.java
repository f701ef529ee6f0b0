package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code extra_hosts}, a mapping or a sequence, as a sorted sequence of {@code HOST=ADDRESS}. */
final class HostsForm {
    private static final String HINT = "write HOST=ADDRESS";

    private HostsForm() {
    }

    static Node canonical(Node node, Site at) {
        List<Scalar> hosts = new ArrayList<>();
        if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Scalar item) {
                    split(item, at.index(i), hosts);
                }
            }
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((host, entry) -> addAll(host, entry.value(), at.key(host), hosts));
        } else {
            return node;
        }
        hosts.sort(Comparator.comparing(Scalar::text));
        return Sequence.of(hosts, node.origin());
    }

    private static void split(Scalar item, Site at, List<Scalar> hosts) {
        String text = GoText.of(item.value());
        int cut = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
        if (cut < 0) {
            at.error(item, "no address in '" + text + "'", HINT);
            return;
        }
        for (String address : text.substring(cut + 1).split(",", -1)) {
            add(text.substring(0, cut), address, item.origin(), at, hosts);
        }
    }

    private static void addAll(String host, Node value, Site at, List<Scalar> hosts) {
        List<? extends Node> addresses = value instanceof Sequence sequence ? sequence.items() : List.of(value);
        for (Node address : addresses) {
            if (address instanceof Scalar scalar) {
                add(host, scalar.isNull() ? "" : GoText.of(scalar.value()), scalar.origin(), at, hosts);
            }
        }
    }

    private static void add(String host, String address, Origin origin, Site at, List<Scalar> hosts) {
        boolean bracketed = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
        Scalar entry = Scalar.string(
                host + "=" + (bracketed ? address.substring(1, address.length() - 1) : address), origin);
        if (host.isEmpty() || host.indexOf(':') >= 0 || host.indexOf('=') >= 0) {
            at.error(entry, "'" + host + "' is not a host name", HINT);
        }
        hosts.add(entry);
    }
}
