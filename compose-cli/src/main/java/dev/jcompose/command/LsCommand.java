package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Labels;
import dev.jcompose.format.Json;
import dev.jcompose.format.Listing;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** {@code ls}. */
public final class LsCommand extends Command {
    private static final int LEAST_WIDTH = 20;

    private final Flag all = syntax.flag("-a, --all", "Show projects that are stopped, too");
    private final Texts filter = syntax.texts("--filter", "KEY=VALUE", "Show only some: name=PATTERN");
    private final Text format = syntax.text("--format", "string",
            "table or json", "table").among("table", "json");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show names only");

    public LsCommand() {
        super("ls", "List running projects");
        syntax.example("jcompose ls --all");
        syntax.example("jcompose ls --filter name=shop --format json");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<Pattern> names = names();
        if (!List.of("table", "json").contains(format.required())) {
            throw new UsageException("unsupported format \"" + format.required() + "\": use table or json");
        }
        ContainerFilter every = ContainerFilter.labelled(Labels.PROJECT, Labels.CONFIG_HASH);
        Map<String, List<ObservedContainer>> projects = new TreeMap<>();
        for (ObservedContainer container : ObservedContainer
                .of(session.engine().containers().list(all.on() ? every : every.running()))) {
            projects.computeIfAbsent(container.label(Labels.PROJECT), key -> new ArrayList<>()).add(container);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        projects.forEach((name, containers) -> {
            if (names.stream().allMatch(pattern -> pattern.matcher(name).find())) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("Name", name);
                row.put("Status", status(containers));
                row.put("ConfigFiles", files(containers));
                rows.add(row);
            }
        });
        if (quiet.on()) {
            rows.forEach(row -> session.out().println(row.get("Name")));
        } else if (format.required().equals("json")) {
            session.out().println(Json.of(rows));
        } else {
            session.out().print(Listing.of(LEAST_WIDTH, rows, "Name=NAME", "Status=STATUS", "ConfigFiles=CONFIG FILES")
                    .print("table", session.tableWidth()));
        }
        return ExitCode.OK;
    }

    private List<Pattern> names() {
        return filter.values().stream().map(word -> {
            if (!word.startsWith("name=")) {
                throw new UsageException("invalid filter '" + word + "': use name=PATTERN");
            }
            try {
                return Pattern.compile(word.substring("name=".length()));
            } catch (PatternSyntaxException e) {
                throw new UsageException("invalid filter '" + word + "': " + e.getDescription(), e);
            }
        }).toList();
    }

    /** {@code exited(1), running(2)}. */
    private static String status(List<ObservedContainer> containers) {
        Map<String, Long> counts = containers.stream().collect(
                Collectors.groupingBy(container -> container.status().text(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(count -> count.getKey() + "(" + count.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String files(List<ObservedContainer> containers) {
        Set<String> files = new LinkedHashSet<>();
        containers.forEach(container -> Arrays.stream(container.label(Labels.CONFIG_FILES).split(",", -1))
                .filter(file -> !file.isEmpty()).forEach(files::add));
        return files.isEmpty() ? "N/A" : String.join(",", files);
    }
}
