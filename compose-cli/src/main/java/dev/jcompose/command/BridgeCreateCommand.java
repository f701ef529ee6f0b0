package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.bridge.Transformations;
import dev.jcompose.option.Text;

/** {@code bridge transformations create}. */
public final class BridgeCreateCommand extends Command {
    private final Text from = syntax.text("-f, --from", "IMAGE",
            "Whose templates to begin with (default " + Transformations.USUAL + ")");
    private final Text path = syntax.argument("PATH");

    public BridgeCreateCommand() {
        super("bridge transformations create", "Begin a transformation of your own");
        syntax.example("jcompose bridge transformations create --from docker/compose-bridge-helm mine");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (!session.isDryRun()) {
            new Transformations(session.engine()).copy(from.or(Transformations.USUAL),
                    session.directory().resolve(path.required()));
        }
        return ExitCode.OK;
    }
}
