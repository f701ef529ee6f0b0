package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.logs.LogQuery;
import dev.jcompose.logs.Logs;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Moments;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.UnknownServiceException;
import dev.jcompose.progress.LogPrinter;
import dev.jcompose.terminal.FlushedSoon;
import dev.jcompose.terminal.Signals;
import dev.jcompose.terminal.Terminal.Stream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** {@code logs}. */
public final class LogsCommand extends Command {
    private final Flag follow = syntax.flag("-f, --follow", "Go on with what is written from now on");
    private final Whole index = syntax.whole("--index", "N", "Only this one of the service's containers", 0);
    private final Flag noColor = syntax.flag("--no-color", "Print without colours");
    private final Flag noPrefix = syntax.flag("--no-log-prefix", "Print lines without their container's name");
    private final Text since = syntax.text("--since", "TIME",
            "Only what is later: 2026-01-02T13:23:37Z, or 42m for 42 minutes ago");
    private final Text tail = syntax.text("-n, --tail", "N",
            "Only so many last lines of each container", "all");
    private final Flag timestamps = syntax.flag("-t, --timestamps", "Print times");
    private final Text until = syntax.text("--until", "TIME", "Only what is earlier");
    private final Texts services = syntax.arguments("SERVICE");

    public LogsCommand() {
        super("logs", "Show what containers wrote");
        syntax.example("jcompose logs -f --tail 20 web");
        syntax.example("jcompose logs --since 10m --no-log-prefix web > web.log");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (index.value() > 0 && services.values().size() != 1) {
            throw new UsageException("--index requires one service to be selected");
        }
        Target target = target(session);
        LogQuery query = new LogQuery(target.services(), index.value(), lines(), moment(since, session),
                moment(until, session), follow.on());
        LogPrinter printer = new LogPrinter(session.out(), session.out(),
                new LogPrinter.Style(target.project(), !noPrefix.on(), timestamps.on(),
                        !noColor.on() && session.ansi().colours(Stream.OUT)),
                session::now);
        List<ObservedContainer> containers = Logs.containers(session.engine(), target.project(), query);
        if (index.given() && containers.isEmpty() && !follow.on()) {
            throw new UsageException(
                    "no container has the number " + index.value() + "; see which there are: ps -a");
        }
        printer.expect(containers.stream().map(ObservedContainer::name).toList());
        AtomicBoolean interrupted = new AtomicBoolean();
        FlushedSoon shown = new FlushedSoon(session.out());
        Logs logs = new Logs(session.engine(), target.project(), query, line -> {
            printer.print(line);
            if (follow.on()) {
                shown.written();
            }
        }, warning -> session.err().println(warning));
        Signals signals = Signals.handle(signal -> {
            interrupted.set(true);
            logs.close();
        }, "INT", "TERM");
        try {
            logs.read();
        } finally {
            signals.close();
            logs.close();
            shown.close();
        }
        return interrupted.get() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private record Target(String project, List<String> services) {}

    /** Services that the file keeps quiet are left out unless they are named. */
    private Target target(Session session) {
        if (session.isByName()) {
            return new Target(session.projectName(), services.values());
        }
        Project project = session.project(List.of());
        for (String name : services.values()) {
            if (!project.services().containsKey(name) && !project.disabledServices().containsKey(name)) {
                throw new UnknownServiceException(name, project.services().keySet());
            }
        }
        boolean all = services.values().isEmpty()
                && project.services().values().stream().allMatch(service -> service.metadata().attach());
        return new Target(project.name(), all || !services.values().isEmpty()
                ? services.values()
                : project.services().values().stream().filter(service -> service.metadata().attach())
                        .map(service -> service.name()).toList());
    }

    /** As the engine wants it: seconds since 1970. */
    private static @Nullable String moment(Text option, Session session) {
        if (!option.given()) {
            return null;
        }
        Instant moment = Moments.parse(option.required(), session.now());
        return String.format(Locale.ROOT, "%d.%09d", moment.getEpochSecond(), moment.getNano());
    }

    private @Nullable Integer lines() {
        String value = tail.required().toLowerCase(Locale.ROOT);
        if (value.equals("all") || value.isEmpty()) {
            return null;
        }
        try {
            int lines = Integer.parseInt(value);
            if (lines >= -1) {
                return lines < 0 ? null : lines;
            }
            throw new UsageException("invalid --tail value " + value + ": use a number or all");
        } catch (NumberFormatException e) {
            throw new UsageException("invalid --tail value " + value + ": use a number or all", e);
        }
    }
}
