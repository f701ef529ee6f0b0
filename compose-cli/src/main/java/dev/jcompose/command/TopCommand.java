package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.Containers.ProcessTable;
import dev.jcompose.format.Table;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code top}. */
public final class TopCommand extends Command {
    private static final String LAST = "CMD";

    private final Texts services = syntax.arguments("SERVICE");

    public TopCommand() {
        super("top", "Show the processes of services");
        syntax.example("jcompose top web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Set<String> titles = new LinkedHashSet<>(List.of("SERVICE", "#"));
        List<Map<String, String>> rows = new ArrayList<>();
        for (ObservedContainer container : running(session)) {
            ProcessTable table = session.engine().containers().top(container.id());
            titles.addAll(table.titles());
            for (List<String> process : table.rows()) {
                Map<String, String> row = new LinkedHashMap<>();
                row.put("SERVICE", container.service());
                row.put("#", container.number() == 0 ? "-" : String.valueOf(container.number()));
                for (int column = 0; column < process.size(); column++) {
                    row.put(table.titles().get(column), process.get(column));
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return ExitCode.OK;
        }
        if (titles.remove(LAST)) {
            titles.add(LAST);
        }
        Table table = Table.of(4, 2).row(List.copyOf(titles));
        rows.forEach(row -> table.row(titles.stream().map(title -> row.getOrDefault(title, "-")).toList()));
        session.out().print(table.toString(session.tableWidth()));
        return ExitCode.OK;
    }

    private List<ObservedContainer> running(Session session) {
        return Observer.containers(session.engine(), session.projectName()).stream()
                .filter(ObservedContainer::isRunning)
                .filter(container -> services.values().isEmpty() || services.values().contains(container.service()))
                .sorted(ObservedContainer.BY_NAME).toList();
    }
}
