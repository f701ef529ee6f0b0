package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.Containers.CommitOptions;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.Whole;
import dev.jcompose.progress.Display;

/** {@code commit}. */
public final class CommitCommand extends Command {
    private final Text author = syntax.text("-a, --author", "NAME", "Who made the image");
    private final Texts changes = syntax.texts("-c, --change", "INSTRUCTION",
            "Apply an instruction of a Dockerfile, such as CMD");
    private final Whole index = syntax.whole("--index", "N", "Which of the service's containers (default the first)",
            0);
    private final Text message = syntax.text("-m, --message", "TEXT", "What was done, for the image's history");
    private final Flag pause = syntax.flagOn("-p, --pause", "Pause the container meanwhile");
    private final Text service = syntax.argument("SERVICE");
    private final Text reference = syntax.optionalArgument("REPOSITORY[:TAG]");

    public CommitCommand() {
        super("commit", "Make an image of a service's container");
        syntax.example("jcompose commit --message \"with the fix\" web shop/web:fixed");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        ObservedContainer container = ServiceContainer.find(session, service.required(), index.value());
        String name = reference.or("");
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String repository = colon < 0 ? name : name.substring(0, colon);
        CommitOptions options = new CommitOptions(repository.isEmpty() ? null : repository,
                colon < 0 ? null : name.substring(colon + 1), message.value(), author.value(), pause.on(),
                changes.values());
        String what = container.name() + " Commit " + container.name();
        try (Display display = session.display()) {
            display.found(what, "Committing");
            if (!session.isDryRun()) {
                String image = session.engine().containers().commit(container.id(), options);
                display.found(what, "Committed as " + image);
            }
        }
        return ExitCode.OK;
    }
}
