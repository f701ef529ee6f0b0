package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Whole;
import dev.jcompose.run.Attachment;
import dev.jcompose.run.ExecSession;

/** {@code attach}. */
public final class AttachCommand extends Command {
    private final Text detachKeys = syntax.text("--detach-keys", "KEYS",
            "Keys that leave the container running, such as ctrl-p,ctrl-q");
    private final Whole index = syntax.whole("--index", "N", "Which of the service's containers (default the first)",
            0);
    private final Flag noStdin = syntax.flag("--no-stdin", "Send no input");
    private final Flag signalProxy = syntax.flagOn("--sig-proxy", "Pass signals on to the process");
    private final Text service = syntax.argument("SERVICE");

    public AttachCommand() {
        super("attach", "Put your terminal through to a service's running container");
        syntax.example("jcompose attach --detach-keys ctrl-x web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        ObservedContainer container = ExecSession.running(session.engine(), session.projectName(), service.required(),
                index.value());
        if (session.isDryRun()) {
            return ExitCode.OK;
        }
        Attachment attachment = Attachment.to(session.engine(), container.id(),
                DetachKeys.chosen(session, detachKeys));
        boolean input = !noStdin.on() && attachment.takesInput();
        return new Conversing(session.terminal(), attachment.hasTerminal() && Conversing.isPerson(session.terminal()),
                input).hold(attachment::hold, attachment::resize, signal -> {
                    if (signalProxy.on()) {
                        attachment.kill(signal);
                    } else if (signal.equals("SIGINT") || signal.equals("SIGTERM") || signal.equals("SIGHUP")) {
                        attachment.leave();
                    }
                });
    }
}
