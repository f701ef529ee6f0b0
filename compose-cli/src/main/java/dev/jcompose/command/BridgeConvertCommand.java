package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.bridge.Transformations;
import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import java.nio.file.Path;
import java.util.List;

/** {@code bridge convert}. */
public final class BridgeConvertCommand extends Command {
    private final Text output = syntax.text("-o, --output", "DIR",
            "Where to write to", "out");
    private final Text templates = syntax.text("--templates", "DIR", "Use these templates");
    private final Texts transformations = syntax.texts("-t, --transformation", "IMAGE",
            "What to convert with (default " + Transformations.USUAL + ")");

    public BridgeConvertCommand() {
        super("bridge convert", "Make another description of the project, such as for Kubernetes");
        syntax.example("jcompose bridge convert --output manifests");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        String model = ConfigWriter.write(session.loaded(List.of(), LoadOptions.DEFAULTS).tree(), Format.YAML);
        List<String> images = transformations.given() ? transformations.values() : List.of(Transformations.USUAL);
        Path folder = templates.given() ? session.directory().resolve(templates.required()) : null;
        for (String image : images) {
            if (session.isDryRun()) {
                session.out().println("convert with " + image + " to " + output.required());
            } else {
                new Transformations(session.engine()).convert(image, model, folder,
                        session.directory().resolve(output.required()), session.err());
            }
        }
        return ExitCode.OK;
    }
}
