package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.format.LabelText;
import dev.jcompose.format.Listing;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.UnknownServiceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code volumes}. */
public final class VolumesCommand extends Command {
    private static final int LEAST_WIDTH = 10;
    private static final String UNKNOWN = "N/A";

    private final Text format = syntax.text("--format", "string",
            "table, json, 'table TEMPLATE' or a Go template", "table").among("table", "json");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show names only");
    private final Texts services = syntax.arguments("SERVICE");

    public VolumesCommand() {
        super("volumes", "List volumes");
        syntax.example("jcompose volumes --quiet");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Set<String> wanted = services.values().isEmpty() ? Set.of() : used(session.project(List.of()));
        List<VolumeDetails> volumes = session.engine().volumes()
                .list(VolumeFilter.labelled(Labels.PROJECT + "=" + session.projectName())).stream()
                .filter(volume -> services.values().isEmpty() || wanted.contains(volume.name()))
                .sorted(Comparator.comparing(VolumeDetails::name)).toList();
        if (quiet.on()) {
            volumes.forEach(volume -> session.out().println(volume.name()));
            return ExitCode.OK;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        volumes.forEach(volume -> rows.add(row(volume)));
        session.out().print(new Listing(headings(), List.of("Driver", "Name"), LEAST_WIDTH, rows)
                .print(format.required(), session.tableWidth()));
        return ExitCode.OK;
    }

    private Set<String> used(Project project) {
        Set<String> names = new HashSet<>();
        for (String name : services.values()) {
            Service service = project.service(name)
                    .orElseThrow(() -> new UnknownServiceException(name, project.services().keySet()));
            for (Mount mount : service.mounts().volumes()) {
                String source = mount.source();
                if (mount.type() == Mount.Type.VOLUME && source != null) {
                    project.volume(source).map(Volume::name).ifPresent(names::add);
                }
            }
        }
        return names;
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("Driver", "DRIVER");
        headings.put("Name", "VOLUME NAME");
        for (String field : List.of("Availability", "Group", "Labels", "Links", "Mountpoint", "Scope", "Size",
                "Status")) {
            headings.put(field, field.toUpperCase(java.util.Locale.ROOT));
        }
        return headings;
    }

    private static Map<String, Object> row(VolumeDetails volume) {
        Map<String, Object> row = new TreeMap<>();
        for (String field : List.of("Availability", "Group", "Links", "Size", "Status")) {
            row.put(field, UNKNOWN);
        }
        row.put("Driver", volume.driver());
        row.put("Labels", new LabelText(volume.labels()));
        row.put("Mountpoint", volume.mountpoint());
        row.put("Name", volume.name());
        row.put("Scope", volume.scope());
        return row;
    }
}
