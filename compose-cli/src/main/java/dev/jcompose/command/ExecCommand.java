package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Execs.TerminalSize;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.engine.EngineException;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.run.ExecSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code exec}. */
public final class ExecCommand extends Command {
    private final Flag detach = syntax.flag("-d, --detach", "Leave the command running in the background");
    private final Texts environment = syntax.texts("-e, --env", "KEY=VALUE", "Set a variable");
    private final Whole index = syntax.whole("--index", "N", "Which of the service's containers (default the first)",
            0);
    private final Flag interactive = syntax.hiddenFlag("-i, --interactive", "Keep the command's input open");
    private final Flag noTty = syntax.flag("-T, --no-tty, --no-TTY",
            "Give the command no terminal (default: one if you have one)");
    private final Flag privileged = syntax.flag("--privileged", "Run the command with all capabilities and devices");
    private final Flag tty = syntax.hiddenFlag("-t, --tty", "Give the command a terminal");
    private final Text user = syntax.text("-u, --user", "USER", "Run the command as this user");
    private final Text workdir = syntax.text("-w, --workdir", "DIR", "Run the command in this folder");
    private final Text service = syntax.argument("SERVICE");
    private final Texts command = syntax.someArguments("COMMAND");

    public ExecCommand() {
        super("exec", "Execute a command in a running container");
        syntax.stopAtArgument();
        syntax.form("SERVICE COMMAND [ARGS...]");
        syntax.example("jcompose exec db psql -U postgres");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (noTty.on() && tty.on()) {
            throw new UsageException("--no-tty and --tty are incompatible");
        }
        if (session.isDryRun()) {
            ObservedContainer container = ExecSession.running(session.engine(), session.projectName(),
                    service.required(), index.value());
            session.out().println("container " + container.name() + "  exec  " + String.join(" ", command.values()));
            return ExitCode.OK;
        }
        boolean person = Conversing.isPerson(session.terminal());
        boolean terminal = !detach.on() && !noTty.on() && person;
        boolean open = !interactive.given() || interactive.on();
        List<String> words = command.values();
        TerminalSize size = terminal ? Conversing.size(session.terminal()) : null;
        ExecSession exec = ExecSession.prepare(session.engine(), session.projectName(), service.required(),
                index.value(),
                new ExecSpec(words, variables(session), user.value(), workdir.value(), privileged.on(), terminal,
                        open && !detach.on(), true, true,
                        terminal ? DetachKeys.usual(session).text() : null, size));
        if (detach.on()) {
            exec.runDetached();
            return ExitCode.OK;
        }
        AtomicInteger ended = new AtomicInteger();
        try {
            return new Conversing(session.terminal(), terminal, open).hold(
                    streams -> exec.runAttached(streams, terminal ? DetachKeys.usual(session) : null), exec::resize,
                    signal -> {
                        // The engine has no way to signal a command of exec; the connection's end is all it will see.
                        if (signal.equals("SIGTERM") || signal.equals("SIGHUP")) {
                            ended.set(signal.equals("SIGTERM") ? ExitCode.TERMINATED : ExitCode.HUNG_UP);
                            session.engine().close();
                        }
                    });
        } catch (EngineException.Unreachable e) {
            if (ended.get() == 0) {
                throw e;
            }
            return ended.get();
        }
    }

    /** Variables that are only named have our own values, or those of the project's env files. */
    private List<String> variables(Session session) {
        Map<String, String> own = session.environment();
        boolean more = environment.values().stream().anyMatch(word -> word.indexOf('=') < 0 && !own.containsKey(word));
        Map<String, String> known = more && !session.isByName()
                ? session.loadedSilently(List.of(), LoadOptions.DEFAULTS).environment().toMap()
                : own;
        return RunVariables.named(known, environment.values()).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue()).toList();
    }
}
