package dev.jcompose.command;

import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Service;
import dev.jcompose.option.UsageException;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ports, mounts and an entrypoint in the short form that Compose files know, given on the command line. The loader is
 * asked to read them, as a project of their own, so that they mean what they would mean in a file; a volume that no
 * file declares is one of the engine's, by that name.
 *
 * @param entrypoint
 *            null where none is given
 */
record ShortForms(List<Port> ports, List<Mount> mounts, @Nullable List<String> entrypoint) {
    private static final String SERVICE = "run";

    static ShortForms read(Session session, List<String> ports, List<String> volumes,
            @Nullable String entrypoint) {
        if (ports.isEmpty() && volumes.isEmpty() && entrypoint == null) {
            return new ShortForms(List.of(), List.of(), null);
        }
        StringBuilder text = new StringBuilder("name: x\nservices:\n  " + SERVICE + ":\n    image: x\n");
        list(text, "ports", ports);
        list(text, "volumes", volumes);
        if (entrypoint != null) {
            text.append("    entrypoint: ").append(quoted(entrypoint)).append('\n');
        }
        Service read = service(session.directory(), text.toString());
        return new ShortForms(read.networking().ports(), read.mounts().volumes(), read.process().entrypoint());
    }

    private static Service service(Path folder, String text) {
        try {
            return ComposeLoader.load(LoadRequest.in(folder).withFiles(List.of("-")).withProjectDirectory(folder)
                    .withOptions(LoadOptions.DEFAULTS.checkConsistency(false))
                    .withSource(new LocalFiles(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                    .project().service(SERVICE).orElseThrow();
        } catch (InvalidProjectException e) {
            Problem first = e.problems().getFirst();
            throw new UsageException("invalid value for --publish, --volume or --entrypoint: " + first.message()
                    + (first.hint().isEmpty() ? "" : "; " + first.hint()), e);
        }
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
