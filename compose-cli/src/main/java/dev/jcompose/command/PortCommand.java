package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.format.PortText;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.run.ExecSession;
import java.util.List;
import java.util.stream.Collectors;

/** {@code port}. */
public final class PortCommand extends Command {
    private final Whole index = syntax.whole("--index", "N", "Which of the service's containers (default the first)",
            0);
    private final Text protocol = syntax.text("--protocol", "string",
            "tcp or udp", "tcp").among("tcp", "udp");
    private final Text service = syntax.argument("SERVICE");
    private final Text port = syntax.argument("PRIVATE_PORT");

    public PortCommand() {
        super("port", "Print the public address of a service's port");
        syntax.example("jcompose port web 80");
        syntax.example("jcompose port --protocol udp --index 2 dns 53");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        int wanted = wanted();
        ObservedContainer container = ExecSession.running(session.engine(), session.projectName(),
                service.required(), index.value());
        List<PublishedPort> published = container.summary().ports().stream().filter(each -> each.hostPort() != null)
                .toList();
        for (PublishedPort each : published) {
            if (each.containerPort() == wanted && each.protocol().equals(protocol.required())) {
                session.out().println(PortText.address(each.hostIp(), String.valueOf(each.hostPort())));
                return ExitCode.OK;
            }
        }
        String others = published.stream().map(each -> each.containerPort() + "/" + each.protocol()).distinct()
                .collect(Collectors.joining(", "));
        session.err().println("no port " + wanted + "/" + protocol.required() + " for container " + container.name()
                + (others.isEmpty() ? "; it publishes none" : ": " + others));
        return ExitCode.FAILED;
    }

    private int wanted() {
        try {
            return Integer.parseInt(port.required());
        } catch (NumberFormatException e) {
            throw new UsageException("\"" + port.required() + "\" is no port: use a number", e);
        }
    }
}
