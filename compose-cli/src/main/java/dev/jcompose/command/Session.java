package dev.jcompose.command;

import dev.jcompose.build.ImageBuilder;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.execute.ExecuteOptions;
import dev.jcompose.execute.Executor;
import dev.jcompose.execute.Journal;
import dev.jcompose.execute.ProjectTurn;
import dev.jcompose.format.Table;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.UsageException;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.Displays;
import dev.jcompose.report.ProblemReport;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of the program: what it was given, the options before the command, and what both lead to. */
public final class Session implements AutoCloseable {
    private final Surroundings given;
    private final GlobalOptions options;
    private final Loading loading;
    private final String command;
    private final boolean dryRun;
    private final boolean strict;
    private @Nullable Engine engine;
    private Journal journal = Journal.NONE;
    private @Nullable EarlyLook early;

    /** A run of a command; {@code dryRun} and {@code strict} are whether these flags follow the command's name. */
    public Session(Surroundings given, GlobalOptions options, String command, boolean dryRun, boolean strict) {
        this.command = command;
        this.strict = strict || options.strict.on();
        this.dryRun = dryRun || options.dryRun.on();
        this.given = given;
        this.options = options;
        this.loading = new Loading(given, options);
    }

    /**
     * Looks at the options that every command has, also where this one does not need them.
     *
     * @throws UsageException
     *             if one has a value that it cannot have
     */
    public void checkOptions() {
        Displays.check(progress(), ansi());
        parallelLimit();
    }

    /** The same run, but that nothing is done. */
    Session dry() {
        return new Session(given, options, command, true, strict);
    }

    /**
     * A run with other options before the command.
     *
     * @throws UsageException
     *             if they cannot be understood
     */
    Session with(List<String> line) {
        GlobalOptions others = new GlobalOptions();
        others.syntax().parse(line);
        return new Session(given, others, command, true, false);
    }

    /** Where to read and write. */
    public Terminal terminal() {
        return given.terminal();
    }

    /** For results. */
    public PrintStream out() {
        return given.terminal().out();
    }

    /** For progress and problems. */
    public PrintStream err() {
        return given.terminal().err();
    }

    /** The name of the command that runs. */
    String command() {
        return command;
    }

    /** The options before the command. */
    public GlobalOptions options() {
        return options;
    }

    /** The process's variables. */
    public Map<String, String> environment() {
        return given.environment();
    }

    /** A variable of the process that is a switch. */
    public boolean isSet(String variable) {
        return switch (given.environment().getOrDefault(variable, "").toLowerCase(Locale.ROOT)) {
            case "1", "t", "true", "y", "yes", "on" -> true;
            default -> false;
        };
    }

    /** The working directory, absolute. */
    public Path directory() {
        return given.directory();
    }

    /** This moment. */
    public Instant now() {
        return given.clock().instant();
    }

    /** Whether the command line names a project and no files: then nothing need be read to know of what is there. */
    public boolean isByName() {
        return loading.isByName();
    }

    /** The engine, opened when first asked for. */
    public Engine engine() {
        if (engine == null) {
            engine = given.engines().open(given.environment(), options);
        }
        return engine;
    }

    /** An engine that cannot be opened is told after what is wrong with the files. */
    private void beginWithEngine() {
        try {
            HeadStart.with(engine());
        } catch (EngineException | UsageException toldLater) {
            engine = null;
        }
    }

    /** Whether the command line asks to be shown what would be done only. */
    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * The project, from its files, for a command that will ask the engine about it; warnings are told.
     *
     * @param services
     *            those that the command is about, whose profiles count as active; empty for all
     */
    public Project project(List<String> services) {
        beginWithEngine();
        return loaded(services, LoadOptions.DEFAULTS).project();
    }

    /** The same for a command that will change the project: the engine is asked what there is at the same time. */
    Project projectToChange(List<String> services) {
        if (isDryRun()) {
            return project(services);
        }
        beginWithEngine();
        if (engine == null) {
            return loaded(services, LoadOptions.DEFAULTS).project();
        }
        ProjectTurn turn = Exclusion.turn(this);
        LoadedProject loaded = loaded(services, LoadOptions.DEFAULTS,
                name -> early = EarlyLook.begin(engine(), turn, name));
        return loaded.project();
    }

    /** What the engine was asked of a project while its files were read, once: nothing of it holds after a change. */
    @Nullable
    EarlyLook early(String project) {
        EarlyLook look = early;
        early = null;
        return look != null && look.project().equals(project) ? look : null;
    }

    /**
     * The project's canonical tree; warnings are told.
     *
     * @throws InvalidProjectException
     *             also for warnings, if the command line wants none
     */
    LoadedProject loaded(List<String> services, LoadOptions stages) {
        return loaded(services, stages, name -> {});
    }

    private LoadedProject loaded(List<String> services, LoadOptions stages, Consumer<String> named) {
        LoadedProject loaded = loadedSilently(services, stages, named);
        new ProblemReport(terminal(), ansi(), directory()).print(loaded.warnings());
        return loaded;
    }

    /** The project's canonical tree; its warnings are the caller's affair. */
    LoadedProject loadedSilently(List<String> services, LoadOptions stages) {
        return loadedSilently(services, stages, name -> {});
    }

    private LoadedProject loadedSilently(List<String> services, LoadOptions stages, Consumer<String> named) {
        LoadedProject loaded = loading.load(services, stages, named);
        if (strict && !loaded.warnings().isEmpty()) {
            throw new InvalidProjectException(loaded.warnings().stream().map(Problem::asError).toList());
        }
        return loaded;
    }

    /** The project that a command on existing containers is about, and what the engine has of it. */
    Seen seen(List<String> named) {
        return seen(target(named));
    }

    /**
     * What a command on existing containers is about, before the engine is asked.
     *
     * @param named
     *            services that the command line names: asking for one activates its profiles
     */
    Target target(List<String> named) {
        if (loading.isByName()) {
            return new Target(projectName(), null);
        }
        Project project = project(List.of());
        List<String> profiles = named.stream().map(project.disabledServices()::get).filter(Objects::nonNull)
                .flatMap(service -> service.metadata().profiles().stream()).distinct().toList();
        if (!profiles.isEmpty()) {
            project = loading.load(profiles).project();
        }
        return new Target(project.name(), project);
    }

    /** That, and what the engine has of it. */
    Seen seen(Target target) {
        Project project = target.project();
        if (project != null) {
            return new Seen(project, Observer.observe(engine(), project));
        }
        Observation seen = Observer.observe(engine(), target.name());
        return new Seen(LabelledProject.of(target.name(), seen), seen);
    }

    /** A project's name, and the project, where its files are read. */
    record Target(String name, @Nullable Project project) {}

    /** A project and a snapshot of the engine. */
    record Seen(Project project, Observation observation) {}

    /** The project's name; its files are read only if the command line does not give it. */
    public String projectName() {
        String name = options.projectName.value();
        if (name != null && loading.isByName()) {
            return name.toLowerCase(Locale.ROOT);
        }
        try {
            return loaded(List.of(), LoadOptions.DEFAULTS).name();
        } catch (InvalidProjectException e) {
            String fromEnvironment = given.environment().getOrDefault("COMPOSE_PROJECT_NAME", "");
            if (fromEnvironment.isEmpty()) {
                throw e;
            }
            return fromEnvironment;
        }
    }

    /** Which control characters may be printed. */
    public Ansi ansi() {
        return AnsiChoice.of(terminal(), options, given.environment());
    }

    /** Shows progress as the options want it. */
    public Display display() {
        return Displays.named(progress(), terminal(), ansi(), isSet("COMPOSE_STATUS_STDOUT"), command);
    }

    private String progress() {
        return options.progress.or(given.environment().getOrDefault("COMPOSE_PROGRESS", "auto"));
    }

    private int parallelLimit() {
        return options.parallel.given() ? options.parallel.value() : wholeVariable("COMPOSE_PARALLEL_LIMIT", -1);
    }

    /** How wide tables may be: what the terminal shows in a line; anything where results go elsewhere. */
    public int tableWidth() {
        return terminal().isTerminal(Stream.OUT) ? terminal().width() : Table.UNLIMITED;
    }

    /** From now on notes there what the engine is asked to make. */
    void noteIn(Journal other) {
        journal = other;
    }

    /** How plans are carried out. */
    public ExecuteOptions executeOptions(@Nullable Duration awaitTimeout) {
        int limit = parallelLimit();
        return new ExecuteOptions(limit < 1 ? ExecuteOptions.USUAL_LIMIT : limit, awaitTimeout, given.environment(),
                journal);
    }

    private int wholeVariable(String name, int fallback) {
        String value = given.environment().getOrDefault(name, "");
        try {
            return value.isEmpty() ? fallback : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageException(name + "=" + value + ": use a whole number", e);
        }
    }

    /** Carries plans out and tells the display. */
    public Executor executor(Display display, @Nullable Duration awaitTimeout) {
        return new Executor(engine(), builder(), display, executeOptions(awaitTimeout));
    }

    private ImageBuilder builder() {
        return given.engines().builder(engine(), given.environment(), options);
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
