package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerStats;
import dev.jcompose.format.Ids;
import dev.jcompose.format.Json;
import dev.jcompose.format.Listing;
import dev.jcompose.format.Sizes;
import dev.jcompose.format.Table;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.terminal.Signals;
import dev.jcompose.terminal.Terminal.Stream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code stats}. */
public final class StatsCommand extends Command {
    private static final int LEAST_WIDTH = 10;
    private static final String NONE = "--";

    private final Flag all = syntax.flag("-a, --all", "Show stopped containers, too");
    private final Text format = syntax.text("--format", "string",
            "table, json, 'table TEMPLATE' or a Go template", "table").among("table", "json");
    private final Flag noStream = syntax.flag("--no-stream", "Show one reading only");
    private final Flag noTrunc = syntax.flag("--no-trunc", "Shorten nothing");
    private final Text service = syntax.optionalArgument("SERVICE");

    public StatsCommand() {
        super("stats", "Show what containers use of the machine");
        syntax.example("jcompose stats --no-stream");
        syntax.example("jcompose stats --format '{{.Name}} {{.CPUPerc}}' web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<ObservedContainer> containers = Observer.containers(session.engine(), session.projectName()).stream()
                .filter(container -> all.on() || container.isRunning())
                .filter(container -> !service.given() || container.service().equals(service.value())).toList();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread main = Thread.currentThread();
        Signals signals = Signals.handle(signal -> {
            interrupted.set(true);
            main.interrupt();
        }, "INT", "TERM");
        boolean live = !noStream.on() && session.ansi().moves(Stream.OUT);
        try {
            do {
                String text = print(read(session, containers), session.tableWidth());
                session.out().print((live ? "\u001b[2J\u001b[H" : "") + text);
                session.out().flush();
            } while (!noStream.on() && !interrupted.get());
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        } finally {
            signals.close();
        }
        return interrupted.get() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    /** One reading of each: the engine takes about two seconds for it, so they are taken at once. */
    private List<Map<String, Object>> read(Session session, List<ObservedContainer> containers)
            throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Map<String, Object>>> calls = new ArrayList<>();
            containers.forEach(container -> calls.add(() -> row(session, container)));
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Future<Map<String, Object>> reading : threads.invokeAll(calls)) {
                rows.add(reading.get());
            }
            return rows;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private Map<String, Object> row(Session session, ObservedContainer container) {
        try (CloseableIterator<ContainerStats> readings = session.engine().containers().stats(container.id(), false)) {
            return row(container, container.isRunning() && readings.hasNext() ? readings.next() : null);
        }
    }

    private Map<String, Object> row(ObservedContainer container,
            @Nullable ContainerStats stats) {
        String id = noTrunc.on() ? container.id() : Ids.shortened(container.id());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("BlockIO", stats == null ? NONE : pair(stats.blockRead(), stats.blockWritten()));
        row.put("CPUPerc", stats == null ? NONE : percent(stats.cpuPercent()));
        row.put("Container", container.id());
        row.put("ID", id);
        row.put("MemPerc", stats == null || stats.memoryLimit() == 0
                ? NONE
                : percent(100.0 * stats.memoryUsage() / stats.memoryLimit()));
        row.put("MemUsage", stats == null
                ? NONE
                : Sizes.binary((double) stats.memoryUsage()) + " / " + Sizes.binary((double) stats.memoryLimit()));
        row.put("Name", container.name());
        row.put("NetIO", stats == null ? NONE : pair(stats.networkReceived(), stats.networkSent()));
        row.put("PIDs", stats == null ? NONE : String.valueOf(stats.pids()));
        return row;
    }

    private String print(List<Map<String, Object>> rows, int width) {
        if (format.required().equals("json")) {
            StringBuilder text = new StringBuilder();
            rows.forEach(row -> text.append(Json.of(row)).append('\n'));
            return text.toString();
        }
        return Listing.of(LEAST_WIDTH, rows, "ID=CONTAINER ID", "Name=NAME", "CPUPerc=CPU %",
                "MemUsage=MEM USAGE / LIMIT", "MemPerc=MEM %", "NetIO=NET I/O", "BlockIO=BLOCK I/O", "PIDs=PIDS")
                .print(format.required(), noTrunc.on() ? Table.UNLIMITED : width);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String pair(long in, long out) {
        return Sizes.decimal((double) in) + " / " + Sizes.decimal((double) out);
    }
}
