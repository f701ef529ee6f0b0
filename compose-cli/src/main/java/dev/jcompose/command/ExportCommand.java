package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.progress.Display;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/** {@code export}. */
public final class ExportCommand extends Command {
    private final Whole index = syntax.whole("--index", "N", "Which of the service's containers (default the first)",
            0);
    private final Text output = syntax.text("-o, --output", "FILE", "Write to a file instead of standard output");
    private final Text service = syntax.argument("SERVICE");

    public ExportCommand() {
        super("export", "Export a service container's files as a tar archive");
        syntax.example("jcompose export web > web.tar");
        syntax.example("jcompose export -o web.tar --index 2 web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (!output.given() && session.terminal().isTerminal(Stream.OUT)) {
            throw new UsageException("output option is required when exporting to terminal");
        }
        ObservedContainer container = ServiceContainer.find(session, service.required(), index.value());
        String what = container.name() + " export " + container.name() + " to " + output.or("-");
        try (Display display = session.display()) {
            display.found(what, "Exporting");
            if (!session.isDryRun()) {
                write(session, container.id());
            }
            display.found(what, "Exported");
        }
        return ExitCode.OK;
    }

    private void write(Session session, String container) {
        try (InputStream files = session.engine().containers().export(container)) {
            if (output.given()) {
                try (OutputStream file = Files.newOutputStream(session.directory().resolve(output.required()))) {
                    files.transferTo(file);
                }
            } else {
                files.transferTo(session.out());
            }
        } catch (IOException e) {
            throw new UsageException("export: " + e.getMessage(), e);
        }
    }
}
