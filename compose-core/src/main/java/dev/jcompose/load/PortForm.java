package dev.jcompose.load;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The short form of {@code ports}: {@code [[IP:]HOST[-END]:]CONTAINER[-END][/PROTOCOL]}; a range becomes one entry for
 * each port.
 */
final class PortForm {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final String HINT = "write [[IP:]HOST:]CONTAINER[/tcp|udp|sctp], such as \"8080:80\"";

    private PortForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(node instanceof Sequence sequence)) {
            return node;
        }
        List<Node> ports = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            if (!(item instanceof Scalar scalar) || scalar.isNull()) {
                ports.add(item);
                continue;
            }
            try {
                if (Long.valueOf(0).equals(scalar.value())) {
                    throw new FormException("'0' is not a container port");
                }
                if (scalar.value() instanceof Double) {
                    throw new FormException("'" + scalar.text() + "' is not a whole number");
                }
                ports.addAll(parse(GoText.of(scalar.value()), scalar.origin(), at));
            } catch (FormException wrong) {
                if (at.lenient()) {
                    return node;
                }
                at.index(i).error(item, wrong.getMessage(), HINT);
            }
        }
        return sequence.withItems(ports);
    }

    /** What two entries must differ in to be two. */
    static @Nullable String key(Node item) {
        if (item instanceof Scalar scalar) {
            return scalar.text();
        }
        if (!(item instanceof Mapping port)) {
            return null;
        }
        Object published = port.get("published") instanceof Scalar scalar ? scalar.value() : null;
        return text(port, "host_ip", "0.0.0.0") + ":" + (published instanceof Long ? "#" : "") + published + ":"
                + text(port, "target", "") + "/" + text(port, "protocol", "tcp");
    }

    private static String text(Mapping port, String key, String absent) {
        return port.get(key) instanceof Scalar scalar ? GoText.of(scalar.value()) : absent;
    }

    private static List<Mapping> parse(String spec, Origin origin, Site at) throws FormException {
        int last = spec.lastIndexOf(':');
        int middle = last < 0 ? -1 : spec.lastIndexOf(':', last - 1);
        String address = middle < 0 ? "" : address(spec.substring(0, middle));
        String host = last < 0 ? "" : spec.substring(middle + 1, last);
        String[] container = spec.substring(last + 1).split("/", -1);
        if (container[0].isEmpty()) {
            throw new FormException("no container port in '" + spec + "'");
        }
        String protocol = (container.length == 1 || container[1].isEmpty() ? "tcp" : container[1])
                .toLowerCase(Locale.ROOT);
        if (!PROTOCOLS.contains(protocol)) {
            throw new FormException("unknown protocol '" + protocol + "'");
        }
        Range inside = Range.parse(container[0], "container");
        @Nullable
        Range outside = host.isEmpty() ? null : Range.parse(host, "host");
        if (outside != null && outside.size() != inside.size() && inside.size() > 1) {
            throw new FormException("the ranges " + container[0] + " and " + host + " differ in length");
        }
        if (!at.mayBecome(inside.size())) {
            throw new InvalidProjectException(Problem.error(origin.position(), at.path(),
                    "the ranges of ports of this file are too many ports together", "publish fewer ports"));
        }
        List<Mapping> ports = new ArrayList<>();
        for (int i = 0; i < inside.size(); i++) {
            @Nullable
            String published = outside == null ? null : outside.published(i, inside.size() == 1);
            ports.add(new MappingBuilder().put("mode", "ingress", origin)
                    .put("host_ip", address, origin)
                    .put("target", (long) inside.first() + i, origin)
                    .put("published", published, origin)
                    .put("protocol", protocol, origin)
                    .build(origin));
        }
        ports.sort(Comparator.comparing(port -> text(port, "target", "") + "/"));
        return ports;
    }

    private static String address(String written) throws FormException {
        boolean bracketed = written.startsWith("[") && written.endsWith("]");
        String address = bracketed ? written.substring(1, written.length() - 1) : written;
        if (!bracketed && address.indexOf(':') >= 0 && IpAddress.isValid(address)) {
            throw new FormException("the IPv6 address '" + address + "' needs brackets");
        }
        if (!address.isEmpty() && !IpAddress.isValid(address)) {
            throw new FormException("'" + address + "' is not an IP address");
        }
        return address;
    }

    /** Ports one after the other. */
    private record Range(int first, int last) {
        static Range parse(String text, String which) throws FormException {
            int dash = text.indexOf('-');
            try {
                int first = port(dash < 0 ? text : text.substring(0, dash));
                int last = dash < 0 ? first : port(text.substring(dash + 1));
                if (last >= first) {
                    return new Range(first, last);
                }
            } catch (NumberFormatException notPorts) {
                throw new FormException("'" + text + "' is not a " + which + " port or range of ports");
            }
            throw new FormException("the " + which + " range " + text + " ends before it begins");
        }

        int size() {
            return last - first + 1;
        }

        /** The host's port for the i-th of the container's; all of them where the engine is to choose one. */
        String published(int i, boolean single) {
            return single && size() > 1 ? first + "-" + last : Integer.toString(first + i);
        }

        private static int port(String text) {
            if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new NumberFormatException(text);
            }
            int port = Integer.parseInt(text);
            if (port > 65535) {
                throw new NumberFormatException(text);
            }
            return port;
        }
    }
}
