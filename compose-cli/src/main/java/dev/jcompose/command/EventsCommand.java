package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.Labels;
import dev.jcompose.format.Json;
import dev.jcompose.format.Times;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Moments;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.terminal.Signals;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** {@code events}. */
public final class EventsCommand extends Command {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Flag json = syntax.flag("--json", "Print a JSON object for each event");
    private final Text since = syntax.text("--since", "TIME", "Show what happened from then on");
    private final Text until = syntax.text("--until", "TIME", "Show what happens until then");
    private final Texts services = syntax.arguments("SERVICE");

    public EventsCommand() {
        super("events", "Show what happens to the project's containers");
        syntax.example("jcompose events --json");
        syntax.example("jcompose events --since 10m --until 0s web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        CloseableIterator<EngineEvent> events = session.engine().events().stream(
                since.given() ? Moments.parse(since.required(), session.now()) : null,
                until.given() ? Moments.parse(until.required(), session.now()) : null,
                Map.of("type", List.of("container"), "label",
                        List.of(Labels.PROJECT + "=" + session.projectName())));
        Signals signals = Signals.handle(signal -> {
            interrupted.set(true);
            events.close();
        }, "INT", "TERM");
        try {
            while (events.hasNext()) {
                EngineEvent event = events.next();
                if (isShown(event)) {
                    print(session, event);
                }
            }
        } finally {
            signals.close();
            events.close();
        }
        return interrupted.get() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    private boolean isShown(EngineEvent event) {
        return !event.attribute(Labels.ONEOFF).equals("True")
                && (services.values().isEmpty() || services.values().contains(event.attribute(Labels.SERVICE)));
    }

    private void print(Session session, EngineEvent event) {
        Map<String, String> attributes = new TreeMap<>(event.attributes());
        attributes.keySet().removeIf(Labels::isOfCompose);
        if (json.on()) {
            Map<String, Object> line = new TreeMap<>();
            line.put("action", event.action());
            line.put("attributes", attributes);
            line.put("id", event.id());
            line.put("service", event.attribute(Labels.SERVICE));
            line.put("time", Times.text(event.time()));
            line.put("type", event.type());
            session.out().println(Json.of(line));
        } else {
            session.out().println(TIME.format(event.time()) + " " + event.type() + " " + event.action() + " "
                    + event.id() + " (" + attributes.entrySet().stream()
                            .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        session.out().flush();
    }
}
