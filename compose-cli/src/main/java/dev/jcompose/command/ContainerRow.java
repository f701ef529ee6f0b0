package dev.jcompose.command;

import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Health;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.format.Ages;
import dev.jcompose.format.Cells;
import dev.jcompose.format.Ids;
import dev.jcompose.format.LabelText;
import dev.jcompose.format.PortText;
import dev.jcompose.observe.ObservedContainer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A container under docker's names for the fields of {@code ps}. */
final class ContainerRow {
    static final List<String> COLUMNS = List.of("Name", "Image", "Command", "Service", "RunningFor", "Status", "Ports");
    static final Map<String, String> HEADINGS = Map.ofEntries(Map.entry("Name", "NAME"), Map.entry("Names", "NAMES"),
            Map.entry("Image", "IMAGE"), Map.entry("Command", "COMMAND"), Map.entry("Service", "SERVICE"),
            Map.entry("RunningFor", "CREATED"), Map.entry("CreatedAt", "CREATED AT"), Map.entry("Status", "STATUS"),
            Map.entry("State", "STATE"), Map.entry("Health", "HEALTH"), Map.entry("Ports", "PORTS"),
            Map.entry("ID", "CONTAINER ID"), Map.entry("Project", "PROJECT"), Map.entry("ExitCode", "EXIT CODE"),
            Map.entry("Size", "SIZE"), Map.entry("Labels", "LABELS"), Map.entry("Mounts", "MOUNTS"),
            Map.entry("LocalVolumes", "LOCAL VOLUMES"), Map.entry("Networks", "NETWORKS"),
            Map.entry("Publishers", "PUBLISHERS"));
    private static final DateTimeFormatter CREATED_AT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss Z 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_COMMAND = 20;
    private static final int SHORT_MOUNT = 15;

    private final Instant now;
    private final boolean whole;

    /**
     * @param whole
     *            whether nothing is shortened
     */
    ContainerRow(Instant now, boolean whole) {
        this.now = now;
        this.whole = whole;
    }

    /** Sorted by field, as docker prints them. */
    Map<String, Object> of(ObservedContainer container) {
        ContainerSummary summary = container.summary();
        Integer exitCode = summary.exitCode();
        Map<String, Object> row = new TreeMap<>();
        row.put("Command", "\"" + (whole ? summary.command() : Cells.shortened(summary.command(), SHORT_COMMAND))
                + "\"");
        row.put("CreatedAt", CREATED_AT.format(summary.created()));
        row.put("ExitCode", exitCode == null ? 0 : exitCode);
        row.put("Health", summary.health() == Health.Status.NONE ? "" : summary.health().text());
        row.put("ID", whole ? summary.id() : Ids.shortened(summary.id()));
        row.put("Image", summary.image());
        Map<String, String> labels = new TreeMap<>(summary.labels());
        labels.keySet().removeIf(Labels::isOwn);
        row.put("Labels", new LabelText(labels));
        row.put("LocalVolumes", String.valueOf(
                summary.mounts().stream().filter(mount -> mount.driver().equals("local")).count()));
        row.put("Mounts", summary.mounts().stream().map(this::mount).collect(Collectors.joining(",")));
        row.put("Name", container.name());
        row.put("Names", String.join(",", summary.names()));
        row.put("Networks", String.join(",", summary.networks().keySet()));
        row.put("Ports", PortText.of(summary.ports()));
        row.put("Project", container.label(Labels.PROJECT));
        row.put("Publishers", publishers(summary.ports()));
        row.put("RunningFor", Ages.ago(summary.created(), now));
        row.put("Service", container.service());
        row.put("Size", "0B");
        row.put("State", container.status().text());
        row.put("Status", summary.description());
        return row;
    }

    private String mount(MountPoint mount) {
        String name = mount.name().isEmpty() ? mount.source() : mount.name();
        return whole ? name : Cells.shortened(name, SHORT_MOUNT);
    }

    private static List<Map<String, Object>> publishers(List<PublishedPort> ports) {
        return ports.stream().sorted(PortText.BY_PORT).map(port -> {
            Integer published = port.hostPort();
            Map<String, Object> publisher = new LinkedHashMap<>();
            publisher.put("URL", port.hostIp());
            publisher.put("TargetPort", port.containerPort());
            publisher.put("PublishedPort", published == null ? 0 : published);
            publisher.put("Protocol", port.protocol());
            return publisher;
        }).toList();
    }
}
