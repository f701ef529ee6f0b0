package dev.jcompose.command;

import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Ports and mounts in the short form that Compose files know, given on the command line. The loader is asked to read
 * them, as a project of their own, so that they mean what they would mean in a file.
 */
record ShortForms(List<Port> ports, List<Mount> mounts) {
    private static final String SERVICE = "run";

    static ShortForms read(Session session, Project project, List<String> ports, List<String> volumes) {
        if (ports.isEmpty() && volumes.isEmpty()) {
            return new ShortForms(List.of(), List.of());
        }
        StringBuilder text = new StringBuilder("name: x\nservices:\n  " + SERVICE + ":\n    image: x\n");
        list(text, "ports", ports);
        list(text, "volumes", volumes);
        text.append("volumes:\n");
        project.volumes().keySet().forEach(key -> text.append("  ").append(quoted(key)).append(": {}\n"));
        if (project.volumes().isEmpty()) {
            text.append("  {}\n");
        }
        Path folder = session.directory();
        Service read = ComposeLoader.load(LoadRequest.in(folder).withFiles(List.of("-"))
                .withProjectDirectory(folder)
                .withSource(
                        new LocalFiles(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)))))
                .project().services().get(SERVICE);
        return read == null
                ? new ShortForms(List.of(), List.of())
                : new ShortForms(read.networking().ports(), read.mounts().volumes());
    }

    private static void list(StringBuilder text, String key, List<String> items) {
        if (!items.isEmpty()) {
            text.append("    ").append(key).append(":\n");
            items.forEach(item -> text.append("      - ").append(quoted(item)).append('\n'));
        }
    }

    /** Quoted so that nothing in it is YAML's or a variable's. */
    private static String quoted(String item) {
        return "'" + item.replace("'", "''").replace("$", "$$") + "'";
    }
}
