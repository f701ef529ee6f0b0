package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** {@code viz}: the services and what they depend on, in Graphviz's language. */
public final class VizCommand extends Command {
    private final Flag image = syntax.flag("--image", "Show images' names");
    private final Text indentation = syntax.text("--indentation-size", "N", "Tabs or blanks a level (default 1)");
    private final Flag networks = syntax.flag("--networks", "Show networks' names");
    private final Flag ports = syntax.flag("--ports", "Show published ports");
    private final Flag spaces = syntax.flag("--spaces", "Indent with blanks instead of tabs");

    /** Under its name, or the older one. */
    public VizCommand(String name) {
        super(name, "Draw services and their dependencies as a Graphviz graph");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(List.of());
        String indent = (spaces.on() ? " " : "\t").repeat(indentation.whole(1));
        PrintStream out = session.out();
        out.println("digraph " + quoted(project.name()) + " {");
        out.println(indent + "layout=dot;");
        project.services().values()
                .forEach(service -> out.println(indent + quoted(service.name()) + " [style=\"filled\" label=<"
                        + label(service) + ">];"));
        project.services().values().forEach(service -> service.dependsOn().keySet()
                .forEach(other -> out.println(indent + quoted(service.name()) + " -> " + quoted(other) + ";")));
        out.println("}");
        return ExitCode.OK;
    }

    private String label(Service service) {
        StringBuilder label = new StringBuilder("<font point-size=\"15\">" + escaped(service.name()) + "</font>");
        if (networks.on()) {
            service.networking().networks().keySet()
                    .forEach(network -> label.append("<br/>network: ").append(escaped(network)));
        }
        if (ports.on()) {
            label.append(service.networking().ports().stream()
                    .map(port -> "<br/>" + escaped(String.valueOf(port.published())) + ":" + port.target())
                    .collect(Collectors.joining()));
        }
        String name = service.image();
        if (image.on() && name != null) {
            label.append("<br/>image: ").append(escaped(name));
        }
        return label.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
