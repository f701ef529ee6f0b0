package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.EngineException;
import dev.jcompose.logs.LogLine;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.ServiceSelection;
import dev.jcompose.plan.StopPlan;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpOptions.Recreate;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.LogPrinter;
import dev.jcompose.run.Foreground;
import dev.jcompose.source.CancelledException;
import dev.jcompose.source.ComposeException;
import dev.jcompose.terminal.Signals;
import dev.jcompose.terminal.StatusLine;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code up} in front: the containers exist; their output is shown from before their start on, until all have ended or
 * the user wants them to. The first Ctrl-C stops them in order, the second kills them.
 */
final class AttachedUp {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int NOT_ENDED = -1;

    private final Session session;
    private final Project project;
    private final UpOptions options;
    private final Attachment attachment;
    private final StatusLine status;
    private final PrintStream out;
    private final PrintStream err;
    private final AtomicBoolean detached = new AtomicBoolean();
    /** What draws at the moment; lines of containers come between. */
    private final AtomicReference<@Nullable Display> drawing = new AtomicReference<>();
    private final AtomicInteger interrupts = new AtomicInteger();
    private final AtomicInteger abortCode = new AtomicInteger(NOT_ENDED);
    private final AtomicInteger chosenCode = new AtomicInteger(NOT_ENDED);

    /**
     * What is shown, and what ends it.
     *
     * @param services
     *            those named on the command line; empty for all
     * @param attach
     *            those whose output alone is shown; empty for no such choice
     * @param noAttach
     *            those whose output is not
     * @param dependencies
     *            whether the output of what they depend on is shown
     * @param prefixed
     *            whether lines carry names
     * @param timestamps
     *            whether lines carry times
     * @param plain
     *            whether colours are unwanted
     * @param abortOnExit
     *            whether the first end stops all
     * @param abortOnFailure
     *            whether the first end with a code but 0 stops all
     * @param exitCodeFrom
     *            whose code is the command's; null for nobody's
     * @param watch
     *            whether files are watched from the beginning
     * @param menu
     *            whether keys are offered
     * @param quietBuild
     *            whether builds show nothing
     */
    record Attachment(List<String> services, List<String> attach, List<String> noAttach, boolean dependencies,
            boolean prefixed, boolean timestamps, boolean plain, boolean abortOnExit, boolean abortOnFailure,
            @Nullable String exitCodeFrom, boolean watch, boolean menu, boolean quietBuild) {}

    AttachedUp(Session session, Project project, UpOptions options, Attachment attachment) {
        this.session = session;
        this.project = project;
        this.options = options;
        this.attachment = attachment;
        this.status = new StatusLine(session.out());
        this.out = attachment.menu() ? status.above(session.out()) : session.out();
        this.err = attachment.menu() ? status.above(session.err()) : session.err();
    }

    int run() throws InterruptedException {
        Set<String> taking = new HashSet<>(selection());
        List<ObservedContainer> watched = Observer.containers(session.engine(), project.name()).stream()
                .filter(container -> !container.oneOff() && taking.contains(container.service()))
                .sorted(ObservedContainer.BY_NAME).toList();
        Set<String> shown = shown(watched);
        LogPrinter printer = printer(shown);
        Thread main = Thread.currentThread();
        Foreground foreground = Foreground.attach(session.engine(), project.name(), watched, shown,
                listener(printer, main));
        foreground.adopt(container -> !container.oneOff() && isShown(container.service())
                && taking.contains(container.service()));
        WatchSwitch watch = new WatchSwitch(session, project, selection(), attachment.quietBuild(), out, err,
                foreground);
        Signals signals = Signals.handle(signal -> interrupted(main), "INT", "TERM");
        UpMenu menu = null;
        try {
            start();
            if (attachment.watch()) {
                watch.toggle();
            }
            foreground.started();
            menu = attachment.menu() ? menu(watch, main) : null;
            foreground.await();
        } catch (InterruptedException e) {
            close(menu, watch);
            if (!detached.get()) {
                stop();
                drain(foreground);
            }
        } catch (ComposeException e) {
            close(menu, watch);
            if (interrupts.get() == 0 && abortCode.get() == NOT_ENDED) {
                throw e;
            }
            stop();
            drain(foreground);
        } finally {
            close(menu, watch);
            signals.close();
            foreground.close();
        }
        return code();
    }

    private UpMenu menu(WatchSwitch watch, Thread main) {
        return UpMenu.open(session.terminal(), status, session.ansi().colours(Stream.OUT), attachment.watch(),
                new UpMenu.Choices() {
                    @Override
                    public void detach() {
                        detached.set(true);
                        main.interrupt();
                    }

                    @Override
                    public boolean toggleWatch() {
                        return watch.toggle();
                    }
                });
    }

    private static void close(@Nullable UpMenu menu, WatchSwitch watch) {
        watch.close();
        if (menu != null) {
            menu.close();
        }
    }

    /** What containers wrote while they were stopped is shown before the command ends. */
    private static void drain(Foreground foreground) {
        Thread.interrupted();
        try {
            foreground.await(LAST_WORDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every predicament that ends the watch interrupts the thread that watches. */
    private void interrupted(Thread main) {
        interrupts.incrementAndGet();
        main.interrupt();
    }

    private Foreground.Listener listener(LogPrinter printer, Thread main) {
        return new Foreground.Listener() {
            @Override
            public void line(LogLine line) {
                above(() -> {
                    printer.print(line);
                    out.flush();
                    err.flush();
                });
            }

            @Override
            public void exited(ObservedContainer container, int code, boolean restarting) {
                above(() -> {
                    out.println(printer.shortName(container.name()) + " exited with code " + code
                            + (restarting ? " (restarting)" : ""));
                    out.flush();
                });
                ended(container, code, restarting, main);
            }
        };
    }

    private void ended(ObservedContainer container, int code, boolean restarting, Thread main) {
        if (container.service().equals(attachment.exitCodeFrom())) {
            chosenCode.compareAndSet(NOT_ENDED, code);
        }
        boolean aborts = !restarting
                && (attachment.abortOnExit() || (attachment.abortOnFailure() && code != ExitCode.OK));
        if (aborts && abortCode.compareAndSet(NOT_ENDED, code)) {
            err.println("Aborting on container exit...");
            err.flush();
            main.interrupt();
        }
    }

    private void start() {
        UpOptions starting = new UpOptions(options.services(), Recreate.NEVER, Recreate.NEVER,
                options.withDependencies(), true, options.scale(), false, true, false, options.timeout(), false,
                Set.of());
        Exclusion.during(session, project.name(),
                () -> carryOut(UpPlan.of(project, Observer.observe(session.engine(), project), starting)));
    }

    private void carryOut(Plan plan) {
        try (Display display = session.display()) {
            drawing.set(display);
            session.executor(display, null).run(plan);
        } finally {
            drawing.set(null);
        }
    }

    private void above(Runnable text) {
        Display display = drawing.get();
        if (display == null) {
            text.run();
        } else {
            display.above(text);
        }
    }

    /** Stops in order; a second interruption kills instead. */
    private void stop() {
        if (interrupts.get() > 0) {
            session.err().println("Gracefully stopping... press Ctrl+C again to force");
            session.err().flush();
        }
        Thread.interrupted();
        try {
            stopInOrder();
        } catch (ComposeException e) {
            boolean late = e instanceof EngineException.Interrupted || e instanceof CancelledException;
            if (interrupts.get() < 2 && !late) {
                throw e;
            }
            Thread.interrupted();
            if (interrupts.get() > 1) {
                kill();
            } else {
                stopInOrder();
            }
        }
    }

    private void kill() {
        carryOut(ContainerPlans.kill(project, Observer.observe(session.engine(), project), selection(), "SIGKILL"));
    }

    /** The interruption that ends the watch may come when this has begun already: then it means nothing new. */
    private void stopInOrder() {
        carryOut(StopPlan.of(project, Observer.observe(session.engine(), project), selection(), options.timeout()));
    }

    private int code() {
        String chosen = attachment.exitCodeFrom();
        if (chosen != null) {
            return chosenCode.get() != NOT_ENDED ? chosenCode.get() : lastCode(chosen);
        }
        if (abortCode.get() != NOT_ENDED) {
            return abortCode.get();
        }
        return interrupts.get() > 0 ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    /** The code of a service that ended so late that nobody was listening any more. */
    private int lastCode(String service) {
        return Observer.containers(session.engine(), project.name()).stream()
                .filter(container -> !container.oneOff() && container.service().equals(service))
                .mapToInt(container -> session.engine().containers().inspect(container.id()).state().exitCode())
                .max().orElse(ExitCode.OK);
    }

    private List<String> selection() {
        return ServiceSelection.of(project, attachment.services(),
                options.withDependencies()
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE)
                .taking();
    }

    private Set<String> shown(List<ObservedContainer> watched) {
        return watched.stream().filter(container -> isShown(container.service())).map(ObservedContainer::name)
                .collect(Collectors.toSet());
    }

    private boolean isShown(String service) {
        if (attachment.noAttach().contains(service)) {
            return false;
        }
        if (!attachment.attach().isEmpty()) {
            return attachment.attach().contains(service);
        }
        boolean named = attachment.services().isEmpty() || attachment.services().contains(service);
        return (named || attachment.dependencies())
                && project.service(service).map(found -> found.metadata().attach()).orElse(true);
    }

    private LogPrinter printer(Set<String> shown) {
        LogPrinter printer = new LogPrinter(out, err,
                new LogPrinter.Style(project.name(), attachment.prefixed(), attachment.timestamps(),
                        !attachment.plain() && session.ansi().colours(Stream.OUT)),
                session::now);
        List<String> names = new ArrayList<>(shown);
        names.sort(Comparator.naturalOrder());
        printer.expect(names);
        if (!names.isEmpty()) {
            session.out().println("Attaching to "
                    + names.stream().map(printer::shortName).collect(Collectors.joining(", ")));
            session.out().flush();
        }
        return printer;
    }
}
