package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Whole;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code viz}: the services and what they depend on, in Graphviz's language. */
public final class VizCommand extends Command {
    private final Flag image = syntax.flag("--image", "Show images' names");
    private final Whole indentation = syntax.whole("--indentation-size", "N", "Tabs or blanks a level", 1);
    private final Flag networks = syntax.flag("--networks", "Show networks' names");
    private final Flag ports = syntax.flag("--ports", "Show published ports");
    private final Flag spaces = syntax.flag("--spaces", "Indent with blanks instead of tabs");

    /** Under its name, or the older one. */
    public VizCommand(String name) {
        super(name, "Draw services and their dependencies as a Graphviz graph");
        syntax.example("jcompose viz --networks --ports | dot -Tsvg > project.svg");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.loaded(List.of(), LoadOptions.DEFAULTS).project();
        String indent = (spaces.on() ? " " : "\t").repeat(indentation.value());
        PrintStream out = session.out();
        out.println("digraph " + quoted(project.name()) + " {");
        out.println(indent + "layout=dot;");
        project.services().values()
                .forEach(service -> out.println(indent + quoted(service.name()) + " [style=\"filled\" label=<"
                        + label(service) + ">];"));
        out.println();
        project.services().values().forEach(service -> service.dependsOn().keySet()
                .forEach(other -> out.println(indent + quoted(service.name()) + " -> " + quoted(other) + ";")));
        out.println("}");
        return ExitCode.OK;
    }

    private String label(Service service) {
        StringBuilder label = new StringBuilder("<font point-size=\"15\">" + escaped(service.name()) + "</font>");
        if (networks.on()) {
            part(label, "Networks", service.networking().networks().keySet().stream().sorted());
        }
        if (ports.on()) {
            part(label, "Ports", service.networking().ports().stream().map(VizCommand::port));
        }
        if (image.on()) {
            part(label, "Image", Stream.ofNullable(service.image()));
        }
        return label.toString();
    }

    /** A heading and a line for each; nothing where there are none. */
    private static void part(StringBuilder label, String heading, Stream<String> lines) {
        String text = lines.map(line -> "<br/>" + escaped(line)).collect(Collectors.joining());
        if (!text.isEmpty()) {
            label.append("<font point-size=\"10\"><br/><br/><b>").append(heading).append(":</b>").append(text)
                    .append("</font>");
        }
    }

    private static String port(Port port) {
        String published = port.published();
        String address = port.hostIp() == null ? "" : port.hostIp() + ":";
        return address + (published == null ? "" : published) + ":" + port.target() + " (" + port.protocol() + ", "
                + port.mode() + ")";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
