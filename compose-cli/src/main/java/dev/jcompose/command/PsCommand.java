package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.format.Json;
import dev.jcompose.format.Listing;
import dev.jcompose.format.Table;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.UnknownServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code ps}. */
public final class PsCommand extends Command {
    private static final int LEAST_WIDTH = 10;

    private final Flag all = syntax.flag("-a, --all", "Show stopped containers and those of run, too");
    private final Text filter = syntax.text("--filter", "string", "Show only some: status=STATUS or source=NAME");
    private final Text format = syntax.text("--format", "string",
            "table, json, 'table TEMPLATE' or a Go template", "table").among("table", "json");
    private final Flag noTrunc = syntax.flag("--no-trunc", "Shorten nothing");
    private final Flag orphans = syntax.flagOn("--orphans",
            "Show containers of services that are in no Compose file");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show ids only");
    private final Flag serviceNames = syntax.flag("--services", "Show services' names only");
    private final Texts status = syntax.texts("--status", "STATUS",
            "Show only those that are paused, restarting, removing, running, dead, created or exited")
            .among("paused", "restarting", "removing", "running", "dead", "created", "exited");
    private final Texts services = syntax.arguments("SERVICE");

    public PsCommand() {
        super("ps", "List containers");
        syntax.example("jcompose ps --all");
        syntax.example("jcompose ps --format 'table {{.Name}}\\t{{.Status}}'");
        syntax.example("jcompose ps --status exited -q");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Set<String> states = states();
        Known known = known(session);
        List<ObservedContainer> shown = Observer.containers(session.engine(), known.project()).stream()
                .filter(container -> all.on() || !container.oneOff())
                .filter(container -> states.isEmpty()
                        ? all.on() || container.isRunning()
                        : states.contains(container.status().text()))
                .filter(container -> services.values().isEmpty()
                        ? orphans.on() || session.isByName() || known.services().contains(container.service())
                        : services.values().contains(container.service()))
                .sorted(ObservedContainer.BY_NAME).toList();
        if (quiet.on()) {
            shown.forEach(container -> session.out().println(container.id()));
        } else if (serviceNames.on()) {
            shown.stream().map(ObservedContainer::service).distinct()
                    .forEach(service -> session.out().println(service));
        } else {
            print(session, shown);
        }
        return ExitCode.OK;
    }

    private void print(Session session, List<ObservedContainer> shown) {
        ContainerRow rows = new ContainerRow(session.now(), noTrunc.on());
        List<Map<String, Object>> values = new ArrayList<>();
        shown.forEach(container -> values.add(rows.of(container)));
        if (format.required().equals("json")) {
            values.forEach(row -> session.out().println(Json.of(row)));
        } else {
            session.out().print(new Listing(ContainerRow.HEADINGS, ContainerRow.COLUMNS, LEAST_WIDTH, values)
                    .print(format.required(), noTrunc.on() ? Table.UNLIMITED : session.tableWidth()));
        }
    }

    private record Known(String project, Set<String> services) {}

    /** The files are read only where something in them is asked about. */
    private Known known(Session session) {
        if (session.isByName()) {
            return new Known(session.projectName(), Set.of());
        }
        var project = session.project(List.of());
        Set<String> all = new TreeSet<>(project.services().keySet());
        all.addAll(project.disabledServices().keySet());
        for (String service : services.values()) {
            if (!all.contains(service)) {
                throw new UnknownServiceException(service, all);
            }
        }
        return new Known(project.name(), all);
    }

    private Set<String> states() {
        Set<String> states = new HashSet<>(status.values());
        String only = filter.or("");
        if (!only.isEmpty()) {
            int equals = only.indexOf('=');
            if (equals < 0) {
                throw new UsageException("arguments to --filter should be in form KEY=VAL");
            }
            switch (only.substring(0, equals)) {
                case "status" -> states.add(only.substring(equals + 1));
                case "source" -> {
                    // Every container has the one source that there is.
                }
                default -> throw new UsageException("unknown filter " + only.substring(0, equals));
            }
        }
        List<String> known = Arrays.stream(ContainerStatus.values()).map(ContainerStatus::text).toList();
        for (String state : states) {
            if (!known.contains(state)) {
                throw new UsageException(
                        "unknown status \"" + state + "\": use one of " + String.join(", ", known));
            }
        }
        return states;
    }
}
