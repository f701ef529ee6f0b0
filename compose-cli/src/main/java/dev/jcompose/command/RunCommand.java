package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Labels;
import dev.jcompose.execute.Executor;
import dev.jcompose.execute.UpRun;
import dev.jcompose.model.GoDuration;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.RunOptions;
import dev.jcompose.plan.StopPlan;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.QuietProgress;
import dev.jcompose.progress.QuietPull;
import dev.jcompose.run.Leftovers;
import dev.jcompose.run.OneOff;
import dev.jcompose.run.RunOnce;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code run}. */
public final class RunCommand extends Command {
    private final Flag build = syntax.flag("--build", "Build the image first");
    private final Texts capAdd = syntax.texts("--cap-add", "CAP", "Add a Linux capability");
    private final Flag cleanupDeps = syntax.flag("--cleanup-deps", "Stop in the end what this run has started");
    private final Texts capDrop = syntax.texts("--cap-drop", "CAP", "Drop a Linux capability");
    private final Flag detach = syntax.flag("-d, --detach", "Leave the container running and print its id");
    private final Text entrypoint = syntax.text("--entrypoint", "string",
            "Run this in place of the image's entrypoint");
    private final Texts environment = syntax.texts("-e, --env", "KEY=VALUE", "Set a variable");
    private final Texts environmentFiles = syntax.texts("--env-from-file", "FILE", "Set variables from a file");
    private final Flag interactive = syntax.flagOn("-i, --interactive", "Keep the input open");
    private final Texts labels = syntax.texts("-l, --label, --labels", "KEY=VALUE", "Give the container a label");
    private final Text name = syntax.text("--name", "NAME", "Name of the container");
    private final Flag noTty = syntax.flag("-T, --no-tty, --no-TTY",
            "Give the command no terminal (default: one if you have one)");
    private final Text format = PlanReport.format(syntax);
    private final Flag noDeps = syntax.flag("--no-deps", "Start nothing that the service depends on");
    private final Flag once = syntax.flag("--once",
            "Do nothing if it succeeded before with the same configuration, image and inputs");
    private final Texts publish = syntax.texts("-p, --publish", "PORT", "Publish a port");
    private final Text pull = syntax.text("--pull", "string",
            "Pull the image first: always, missing or never", "policy").among("always", "missing", "never");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show the command's output only");
    private final Flag quietBuild = syntax.flag("--quiet-build", "Build without showing the steps");
    private final Flag quietPull = syntax.flag("--quiet-pull", "Pull without showing how far it is");
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Remove containers of services that are in no Compose file");
    private final Flag remove = syntax.flag("--rm", "Remove the container when it has ended");
    private final Flag servicePorts = syntax.flag("-P, --service-ports", "Publish the service's own ports");
    private final Text timeout = syntax.text("--timeout", "DURATION",
            "Stop the command after so long, such as 10m, and exit with 124");
    private final Flag tty = syntax.hiddenFlag("-t, --tty", "Give the command a terminal");
    private final Flag useAliases = syntax.flag("--use-aliases",
            "Let the container be found by the service's names on its networks");
    private final Text user = syntax.text("-u, --user", "USER", "Run as this user");
    private final Texts volumes = syntax.texts("-v, --volume, --volumes", "VOLUME", "Mount a volume or folder");
    private final Text workdir = syntax.text("-w, --workdir", "DIR", "Run in this folder");
    private final Text service = syntax.argument("SERVICE");
    private final Texts command = syntax.arguments("COMMAND");

    public RunCommand() {
        super("run", "Run a one-off command on a service");
        syntax.stopAtArgument();
        syntax.form("SERVICE [COMMAND] [ARGS...]");
        syntax.example("jcompose run --rm migrate");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (noTty.on() && tty.on()) {
            throw new UsageException("--no-tty and --tty are incompatible");
        }
        ConvergeCommand.exclude(publish.given(), servicePorts.on(), "--service-ports and --publish");
        Project project = session.project(List.of(service.required()));
        boolean terminal = !detach.on() && !noTty.on() && Conversing.isPerson(session.terminal());
        Duration limit = limit();
        RunOptions options = options(session, project, terminal);
        boolean onlyOnce = once.on() || project.service(service.required()).map(RunOnce::isDeclared).orElse(false);
        if (session.isDryRun()) {
            return preview(session, project, options, onlyOnce);
        }
        Leftovers.remove(session.engine(), project.name());
        Set<String> before = running(session, project);
        AtomicReference<@Nullable OneOff> made = new AtomicReference<>();
        Exclusion.during(session, project.name(), () -> made.set(create(session, project, options, onlyOnce)));
        OneOff oneOff = made.get();
        if (oneOff == null) {
            return ExitCode.OK;
        }
        try {
            if (detach.on()) {
                session.out().println(oneOff.runDetached());
                return ExitCode.OK;
            }
            return talk(session, oneOff, terminal, limit, onlyOnce);
        } finally {
            cleanUp(session, project, before);
        }
    }

    /** A container that is the record of a success stays when it has succeeded. */
    private static RunOptions labelled(RunOptions options, @Nullable RunOnce record) {
        if (record != null) {
            return options.with(Labels.RUN_ONCE, record.digest(), false);
        }
        return options.remove() ? options.with(Labels.RUN_BY, Leftovers.thisProcess(), true) : options;
    }

    private int preview(Session session, Project project, RunOptions options, boolean onlyOnce) {
        Optional<String> done = onlyOnce
                ? RunOnce.of(session.engine(), project, options).doneBy()
                : Optional.empty();
        if (done.isPresent()) {
            session.out().println("run " + options.service() + ": skipped, container " + done.get()
                    + " has succeeded with the same configuration, image and inputs");
            return ExitCode.OK;
        }
        return PlanReport.printDryRun(session, project.name(),
                List.of(new OneOff(session.engine(), project, options).plan()), format);
    }

    private @Nullable Duration limit() {
        if (!timeout.given()) {
            return null;
        }
        String text = timeout.required();
        try {
            return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : GoDuration.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("invalid argument \"" + text + "\" for --timeout: write such as 90s, 10m or 1h30m",
                    e);
        }
    }

    private Set<String> running(Session session, Project project) {
        if (!cleanupDeps.on()) {
            return Set.of();
        }
        return Observer.containers(session.engine(), project.name()).stream()
                .filter(ObservedContainer::isRunning).map(ObservedContainer::service).collect(Collectors.toSet());
    }

    /** Stops the services that did not run before. */
    private void cleanUp(Session session, Project project, Set<String> before) {
        if (!cleanupDeps.on() || detach.on()) {
            return;
        }
        Observation seen = Observer.observe(session.engine(), project);
        List<String> started = seen.containers().stream()
                .filter(container -> container.isRunning() && !container.oneOff())
                .map(ObservedContainer::service).filter(name -> !before.contains(name)).distinct()
                .filter(project.services()::containsKey).toList();
        if (!started.isEmpty()) {
            try (Display display = display(session)) {
                session.executor(display, null).run(StopPlan.of(project, seen, started, null));
            }
        }
    }

    private Display display(Session session) {
        if (quiet.on()) {
            return new QuietProgress();
        }
        return quietPull.on() ? new QuietPull(session.display()) : session.display();
    }

    /** Makes the container; null where it need not be made. */
    private @Nullable OneOff create(Session session, Project project, RunOptions options, boolean onlyOnce) {
        try (Display display = display(session)) {
            Executor executor = session.executor(display, null);
            fetchImages(session, project, executor);
            RunOnce record = onlyOnce ? RunOnce.of(session.engine(), project, options) : null;
            Optional<String> done = record == null ? Optional.empty() : record.doneBy();
            if (done.isPresent()) {
                display.found("Container " + done.get(), "Skipped: it has succeeded with the same configuration");
                return null;
            }
            Project provided = noDeps.on()
                    ? project
                    : executor.provided(project, UpOptions.DEFAULTS.withServices(List.of(service.required())));
            OneOff oneOff = new OneOff(session.engine(), provided, labelled(options, record));
            oneOff.create(executor);
            return oneOff;
        }
    }

    private int talk(Session session, OneOff oneOff, boolean terminal, @Nullable Duration limit, boolean onlyOnce) {
        boolean keep = false;
        AtomicBoolean late = new AtomicBoolean();
        AtomicBoolean left = new AtomicBoolean();
        Thread alarm = limit == null ? null : alarm(limit, oneOff, late);
        try {
            int code = new Conversing(session.terminal(), terminal, interactive.on())
                    .hold(streams -> oneOff.runAttached(streams, terminal ? DetachKeys.usual(session) : null),
                            oneOff::resize, signal -> {
                                oneOff.kill(signal);
                                if (signal.equals("SIGHUP")) {
                                    leave(session, oneOff, left);
                                }
                            });
            if (late.get()) {
                session.err().println("run: the command took longer than " + timeout.required() + " and was stopped");
                return ExitCode.TIMED_OUT;
            }
            keep = !onlyOnce || code == ExitCode.OK;
            return code;
        } catch (EngineException.Unreachable e) {
            if (left.get()) {
                return ExitCode.HUNG_UP;
            }
            throw e;
        } catch (EngineException.Rejected e) {
            session.err().println(e.getMessage());
            return notStarted(e);
        } finally {
            if (alarm != null) {
                alarm.interrupt();
            }
            if (!keep && remove.on() && !left.get()) {
                oneOff.remove();
            }
        }
    }

    /** The terminal has gone: nobody will ever see what the command says. */
    private void leave(Session session, OneOff oneOff, AtomicBoolean left) {
        left.set(true);
        if (remove.on()) {
            oneOff.remove();
        }
        session.engine().close();
    }

    private static Thread alarm(Duration limit, OneOff oneOff, AtomicBoolean late) {
        return Thread.ofPlatform().daemon().name("timeout").start(() -> {
            try {
                Thread.sleep(limit);
                late.set(true);
                oneOff.stop();
            } catch (InterruptedException | EngineException ended) {
                return;
            }
        });
    }

    /** The codes that shells and docker run have for a command that is not there, or may not be run. */
    private static int notStarted(EngineException e) {
        if (e.reason().contains("permission denied")) {
            return ExitCode.NOT_EXECUTABLE;
        }
        return e.reason().contains("no such file") || e.reason().contains("not found")
                ? ExitCode.NOT_FOUND
                : ExitCode.FAILED;
    }

    private void fetchImages(Session session, Project project, Executor executor) {
        BuildOptions building = quietBuild.on() ? BuildOptions.DEFAULTS.quietly() : BuildOptions.DEFAULTS;
        ImageOptions images = new ImageOptions(List.of(service.required()), !noDeps.on(),
                ConvergeCommand.pullPolicy(pull), false, false, building);
        Observation seen = Observer.observe(session.engine(), project);
        new UpRun(session.engine(), executor, question -> false).images(project, seen, images);
        if (build.on()) {
            executor.run(ImagePlan.builds(project, seen,
                    new ImageOptions(List.of(service.required()), false, null, true, false, building)));
        }
    }

    private RunOptions options(Session session, Project project, boolean terminal) {
        ShortForms shortForms = ShortForms.read(session, publish.values(), volumes.values(),
                entrypoint.value());
        return new RunOptions(service.required(), command.values().isEmpty() ? null : command.values(),
                shortForms.entrypoint(),
                RunVariables.of(session, project.origin().environment(), environmentFiles.values(),
                        environment.values()),
                user.value(),
                workdir.value(), name.value(), RunVariables.labels(labels.values()), shortForms.mounts(),
                shortForms.ports(), capAdd.values(), capDrop.values(), !noDeps.on(),
                servicePorts.on(), useAliases.on(), terminal, terminal ? Conversing.size(session.terminal()) : null,
                interactive.on(), remove.on(),
                removeOrphans.on(), session.isSet("COMPOSE_IGNORE_ORPHANS"));
    }
}
