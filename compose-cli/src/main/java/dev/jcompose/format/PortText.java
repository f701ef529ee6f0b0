package dev.jcompose.format;

import dev.jcompose.engine.ContainerSummary.PublishedPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ports as docker lists them: {@code 0.0.0.0:8080->80/tcp, 5000-5002/udp}. */
public final class PortText {
    /** By the container's port, then by protocol, then by the host's address. */
    public static final Comparator<PublishedPort> BY_PORT = (a, b) -> {
        int ports = Integer.compare(a.containerPort(), b.containerPort());
        int protocols = a.protocol().compareTo(b.protocol());
        return ports != 0 ? ports : protocols != 0 ? protocols : a.hostIp().compareTo(b.hostIp());
    };

    private PortText() {
    }

    /** All ports of a container, neighbours drawn together. */
    public static String of(List<PublishedPort> ports) {
        List<String> texts = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        for (PublishedPort port : ports.stream().sorted(BY_PORT).toList()) {
            Integer published = port.hostPort();
            if (published != null && published != 0 && !port.hostIp().isEmpty() && published != port.containerPort()) {
                moved.add(address(port.hostIp(), published) + "->" + port.containerPort() + "/" + port.protocol());
                continue;
            }
            Group group = new Group(published == null ? "" : port.hostIp(), port.protocol());
            List<Integer> run = groups.computeIfAbsent(group, key -> new ArrayList<>());
            if (!run.isEmpty() && port.containerPort() > run.getLast() + 1) {
                texts.add(group.text(run));
                run.clear();
            }
            run.add(port.containerPort());
        }
        groups.forEach((group, run) -> texts.add(group.text(run)));
        texts.addAll(moved);
        return String.join(", ", texts);
    }

    /** {@code 127.0.0.1:80}, {@code [::1]:80}. */
    public static String address(String ip, Object port) {
        return (ip.indexOf(':') >= 0 ? "[" + ip + "]" : ip) + ":" + port;
    }

    private record Group(String ip, String protocol) {
        String text(List<Integer> run) {
            String range = run.getFirst().equals(run.getLast())
                    ? run.getFirst().toString()
                    : run.getFirst() + "-" + run.getLast();
            return (ip.isEmpty() ? range : address(ip, range) + "->" + range) + "/" + protocol;
        }
    }
}
