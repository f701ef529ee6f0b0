package dev.jcompose.project;

import dev.jcompose.build.Builders;
import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.env.Environment;
import dev.jcompose.execute.Event;
import dev.jcompose.execute.EventSink;
import dev.jcompose.execute.ExecuteOptions;
import dev.jcompose.execute.Executor;
import dev.jcompose.execute.ProjectTurn;
import dev.jcompose.execute.UpRun;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.logs.LogLine;
import dev.jcompose.logs.LogQuery;
import dev.jcompose.logs.Logs;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.RunOptions;
import dev.jcompose.plan.StopPlan;
import dev.jcompose.plan.Strangers;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.run.ExecSession;
import dev.jcompose.run.Leftovers;
import dev.jcompose.run.OneOff;
import dev.jcompose.run.Streams;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A project on an engine.
 *
 * <pre>{@code
 * try (ComposeProject shop = ComposeProject.open(Path.of("compose.yaml"))) {
 *     shop.up(UpOptions.DEFAULTS.withAwait(true));
 *     int port = shop.port("web", 80).orElseThrow().port();
 *     …
 *     shop.down(DownOptions.DEFAULTS.withVolumes(true));
 * }
 * }</pre>
 *
 * Closing it closes the connections to the engine; containers stay as they are. Nothing is printed, and no process is
 * started, save by builds and by credential helpers that the user's configuration names. Methods block until what they
 * do is done; interrupting their thread ends them with {@link dev.jcompose.source.CancelledException} or
 * {@link dev.jcompose.engine.EngineException.Interrupted}, with the interrupt flag set. What goes wrong is a
 * {@link dev.jcompose.source.ComposeException}.
 *
 * <p>
 * Safe for use by several threads. Methods that change the project do so one at a time: they wait for whoever is at
 * work on the project of that name on that engine, be it another thread, another program with this library, or a
 * command, and tell the listener for whom. That goes for the listener, too: it must not call them itself.
 */
public final class ComposeProject implements AutoCloseable {
    private final Project project;
    private final Engine engine;
    private final ImageBuilder builder;
    private final EventSink events;
    private final ExecuteOptions options;
    private final Map<String, String> environment;

    private ComposeProject(Project project, Engine engine, ImageBuilder builder, EventSink events,
            ExecuteOptions options, Map<String, String> environment) {
        this.project = project;
        this.engine = engine;
        this.builder = builder;
        this.events = events;
        this.options = options;
        this.environment = environment;
    }

    /**
     * The project of a Compose file, with the process's variables, on the engine that they name ({@code DOCKER_HOST},
     * {@code DOCKER_CONTEXT}, else the usual one). Nothing is sent to the engine yet.
     *
     * @throws dev.jcompose.source.InvalidProjectException
     *             if the file has mistakes: all of them, each with its position
     */
    public static ComposeProject open(Path file) {
        return open(LoadRequest.of(file).withEnvironment(Environment.shell(System.getenv())), System.getenv());
    }

    /**
     * The project that a request leads to, on the engine that the environment names. Nothing is sent to the engine yet.
     *
     * @param environment
     *            names the engine, the credentials and the builder for images, and the folder for locks, and is that of
     *            programs that are started; variables for interpolation are the request's
     */
    public static ComposeProject open(LoadRequest request, Map<String, String> environment) {
        Project project = ComposeLoader.load(request).project();
        Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(environment));
        return new ComposeProject(project, engine, Builders.of(engine, environment), event -> {},
                new ExecuteOptions(ExecuteOptions.USUAL_LIMIT, null, environment), environment);
    }

    /** A project that was loaded, on an engine that was opened; closing the one closes the other. */
    public static ComposeProject of(Project project, Engine engine) {
        return new ComposeProject(project, engine, Builders.of(engine, Map.of()), event -> {},
                ExecuteOptions.DEFAULTS, Map.of());
    }

    /** The same project on the same engine, telling a listener of every step. */
    public ComposeProject withEvents(EventSink listener) {
        return new ComposeProject(project, engine, builder, listener, options, environment);
    }

    /** The same project on the same engine, with plans carried out otherwise. */
    public ComposeProject withOptions(ExecuteOptions other) {
        return new ComposeProject(project, engine, builder, events, other, environment);
    }

    /** What should be. */
    public Project project() {
        return project;
    }

    /** Where it should be. */
    public Engine engine() {
        return engine;
    }

    /** What is: a snapshot of the engine. */
    public Observation observe() {
        return Observer.observe(engine, project);
    }

    /** What {@link #up} would do to networks, volumes and containers, and why; nothing is changed. */
    public Plan plan(UpOptions how) {
        return UpPlan.of(project, observe(), how);
    }

    /** Carries any plan out, such as one of {@link dev.jcompose.plan}'s verbs that has no method here. */
    public void execute(Plan plan) {
        alone("execute", executor -> {
            executor.run(plan);
            return plan;
        });
    }

    /** {@link #up(UpOptions)} as {@code up -d} does it. */
    public UpResult up() {
        return up(UpOptions.DEFAULTS);
    }

    /**
     * Fetches and builds images that are missing, then makes what is into what should be. Volumes whose definition
     * changed are kept as they are unless the options allow their loss.
     *
     * @throws dev.jcompose.execute.PlanFailedException
     *             with every step that failed; others may have been done
     */
    public UpResult up(UpOptions how) {
        return alone("up", executor -> {
            Plan plan = new UpRun(engine, executor, question -> false, this::tellOf)
                    .run(project, ImageOptions.DEFAULTS, how).plan();
            return UpResult.of(plan, Observer.observe(engine, project.name()), project.services().keySet());
        });
    }

    /** Stops services, those that others depend on last; none named are all. */
    public void stop(String... services) {
        planned("stop", seen -> StopPlan.of(project, seen, List.of(services), null));
    }

    /** {@link #down(DownOptions)} as {@code down} does it. */
    public void down() {
        down(DownOptions.DEFAULTS);
    }

    /** Stops and removes the project's containers and networks, and what else the options say. */
    public void down(DownOptions how) {
        planned("down", seen -> {
            tellOf(Strangers.foldersOf(project, seen));
            return DownPlan.of(project, seen, how);
        });
    }

    /**
     * Runs a command in a service's first container that runs, without input, and waits for its end.
     *
     * @throws ExecSession.NotRunningException
     *             if no container of the service runs
     */
    public Completed exec(String service, String... command) {
        ExecSession exec = ExecSession.prepare(engine, project.name(), service, 0, ExecSpec.of(command));
        return completed(streams -> exec.runAttached(streams, null));
    }

    /**
     * Runs a command in a new container of a service, without input, when its image is there and what the service
     * depends on is up, and waits for its end. The container is removed; should this process be killed before, by
     * whoever runs a command in the project next.
     */
    public Completed run(String service, String... command) {
        RunOptions how = RunOptions.of(service, command).with(Labels.RUN_BY, Leftovers.thisProcess(), true);
        OneOff container = alone("run", executor -> {
            Leftovers.remove(engine, project.name());
            new UpRun(engine, executor, question -> false).images(project, observe(),
                    new ImageOptions(List.of(service), true, null, false, false, ImageOptions.DEFAULTS.building()));
            OneOff made = new OneOff(engine,
                    executor.provided(project, UpOptions.DEFAULTS.withServices(List.of(service))), how);
            made.create(executor);
            return made;
        });
        try {
            return completed(streams -> container.runAttached(streams, null));
        } finally {
            container.remove();
        }
    }

    private static Completed completed(ToIntFunction<Streams> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = command.applyAsInt(new Streams(null, out, err));
        return new Completed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /**
     * Tells the lines that containers wrote. A query that follows ends when no container is left, or when the thread is
     * interrupted.
     *
     * @param lines
     *            called by one thread at a time
     */
    public void logs(LogQuery query, Consumer<LogLine> lines) {
        try (Logs logs = new Logs(engine, project.name(), query, lines)) {
            logs.read();
        }
    }

    /** What happens to the project's containers from now on; to be closed. */
    public CloseableIterator<EngineEvent> events() {
        return engine.events().ofProject(project.name());
    }

    /** Where a TCP port of a service's first container is published; nothing where it is not. */
    public Optional<HostPort> port(String service, int containerPort) {
        return port(service, 1, containerPort, "tcp");
    }

    /**
     * Where a port of a container is published; nothing where it is not, or the container does not run. Of several
     * addresses it is the engine's first.
     *
     * @param number
     *            which of the service's containers, from 1
     * @param protocol
     *            {@code tcp}, {@code udp} or {@code sctp}
     */
    public Optional<HostPort> port(String service, int number, int containerPort, String protocol) {
        return Observer.containers(engine, project.name()).stream()
                .filter(container -> container.service().equals(service) && !container.oneOff()
                        && container.number() == number)
                .flatMap(container -> container.summary().ports().stream())
                .filter(port -> port.containerPort() == containerPort && port.protocol().equals(protocol))
                .flatMap(port -> HostPort.of(port).stream())
                .findFirst();
    }

    /** Carries a plan out that is made when nobody else changes the project. */
    private void planned(String verb, Function<Observation, Plan> plan) {
        alone(verb, executor -> {
            Plan made = plan.apply(observe());
            executor.run(made);
            return made;
        });
    }

    /** Works when it is nobody else's turn. */
    private <T> T alone(String verb, Function<Executor, T> work) {
        return new ProjectTurn(engine, environment, text -> events.accept(new Event.Notice(text))).during(verb,
                project.name(),
                journal -> work.apply(new Executor(engine, builder, events, options.withJournal(journal))));
    }

    /** Containers of another folder's may be another project's. */
    private void tellOf(Set<String> folders) {
        if (!folders.isEmpty()) {
            events.accept(new Event.Notice(Strangers.told(project.name(), folders)));
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
