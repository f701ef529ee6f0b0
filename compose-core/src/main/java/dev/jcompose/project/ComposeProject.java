package dev.jcompose.project;

import dev.jcompose.build.Builders;
import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.env.Environment;
import dev.jcompose.execute.EventSink;
import dev.jcompose.execute.ExecuteOptions;
import dev.jcompose.execute.Executor;
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
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.run.ExecSession;
import dev.jcompose.run.OneOff;
import dev.jcompose.run.Streams;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
 * {@link dev.jcompose.source.ComposeException}. Safe for use by several threads, as far as what they ask of the engine
 * is.
 */
public final class ComposeProject implements AutoCloseable {
    private final Project project;
    private final Engine engine;
    private final ImageBuilder builder;
    private final EventSink events;
    private final ExecuteOptions options;

    private ComposeProject(Project project, Engine engine, ImageBuilder builder, EventSink events,
            ExecuteOptions options) {
        this.project = project;
        this.engine = engine;
        this.builder = builder;
        this.events = events;
        this.options = options;
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
     *            names the engine, and the credentials and the builder for images; variables for interpolation are the
     *            request's
     */
    public static ComposeProject open(LoadRequest request, Map<String, String> environment) {
        Project project = ComposeLoader.load(request).project();
        Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(environment));
        return new ComposeProject(project, engine, Builders.of(engine, environment), event -> {},
                ExecuteOptions.DEFAULTS);
    }

    /** A project that was loaded, on an engine that was opened; closing the one closes the other. */
    public static ComposeProject of(Project project, Engine engine) {
        return new ComposeProject(project, engine, Builders.of(engine, Map.of()), event -> {},
                ExecuteOptions.DEFAULTS);
    }

    /** The same project on the same engine, telling a listener of every step. */
    public ComposeProject withEvents(EventSink listener) {
        return new ComposeProject(project, engine, builder, listener, options);
    }

    /** The same project on the same engine, with plans carried out otherwise. */
    public ComposeProject withOptions(ExecuteOptions other) {
        return new ComposeProject(project, engine, builder, events, other);
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
        executor().run(plan);
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
        Plan plan = new UpRun(engine, executor(), question -> false).run(project, ImageOptions.DEFAULTS, how)
                .plan();
        return UpResult.of(plan, Observer.observe(engine, project.name()), project.services().keySet());
    }

    /** Stops services, those that others depend on last; none named are all. */
    public void stop(String... services) {
        executor().run(StopPlan.of(project, observe(), List.of(services), null));
    }

    /** {@link #down(DownOptions)} as {@code down} does it. */
    public void down() {
        down(DownOptions.DEFAULTS);
    }

    /** Stops and removes the project's containers and networks, and what else the options say. */
    public void down(DownOptions how) {
        executor().run(DownPlan.of(project, observe(), how));
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
     * Runs a command in a new container of a service, without input, when what the service depends on is up, and waits
     * for its end. The container is removed.
     */
    public Completed run(String service, String... command) {
        Executor executor = executor();
        OneOff container = new OneOff(engine,
                executor.provided(project, UpOptions.DEFAULTS.withServices(List.of(service))),
                RunOptions.of(service, command));
        container.create(executor);
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

    private Executor executor() {
        return new Executor(engine, builder, events, options);
    }

    @Override
    public void close() {
        engine.close();
    }
}
