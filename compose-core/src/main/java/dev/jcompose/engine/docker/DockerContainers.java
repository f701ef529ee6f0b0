package dev.jcompose.engine.docker;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerStats;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Containers;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /containers}. */
final class DockerContainers implements Containers {
    private final Api api;
    private final ContainerCreation creation;
    private final ContainerStreams streams;
    private final ContainerFiles files;

    DockerContainers(Api api) {
        this.api = api;
        this.creation = new ContainerCreation(api);
        this.streams = new ContainerStreams(api);
        this.files = new ContainerFiles(api);
    }

    @Override
    public List<ContainerSummary> list(ContainerFilter filter) {
        Query query = Query.of("/containers/json").flag("all", filter.all()).filters(api.json(), filter.filters());
        return api.get(Operation.engine("list containers"), query).items().stream().map(ContainerReading::summary)
                .toList();
    }

    @Override
    public ContainerDetails inspect(String container) {
        return ContainerReading.details(
                api.get(Operation.container("inspect", container), path(container, "/json")));
    }

    @Override
    public Created create(ContainerSpec spec) {
        return creation.create(spec);
    }

    @Override
    public void start(String container) {
        change("start", container);
    }

    @Override
    public void stop(String container, @Nullable Duration timeout) {
        end("stop", container, timeout);
    }

    @Override
    public void restart(String container, @Nullable Duration timeout) {
        end("restart", container, timeout);
    }

    /**
     * Not by docker-java: where no timeout is given it sends ten seconds, whatever the container's own is. Podman refuses
     * it of what is paused.
     */
    private void end(String verb, String container, @Nullable Duration timeout) {
        Operation operation = Operation.container(verb, container);
        Query query = path(container, "/" + verb).with("t", timeout == null ? null : timeout.toSeconds());
        HttpCall call = api.lasting(operation, "POST", query);
        try {
            api.fetch(operation, call);
        } catch (EngineException.Conflict refused) {
            if (inspect(container).state().status() != ContainerStatus.PAUSED) {
                throw refused;
            }
            unpause(container);
            api.fetch(operation, call);
        }
    }

    @Override
    public void kill(String container, @Nullable String signal) {
        Operation operation = Operation.container("kill", container);
        api.send(operation, path(container, "/kill").with("signal", signal == null ? "SIGKILL" : signal), null);
    }

    @Override
    public void pause(String container) {
        change("pause", container);
    }

    @Override
    public void unpause(String container) {
        change("unpause", container);
    }

    @Override
    public void remove(String container, boolean force, boolean volumes) {
        api.delete(Operation.container("remove", container),
                path(container, "").flag("force", force).flag("v", volumes));
    }

    @Override
    public void rename(String container, String name) {
        api.send(Operation.container("rename", container), path(container, "/rename").with("name", name), null);
    }

    /** Calls without a body, a parameter or an answer: they need nothing of docker-java, and spare a command its load. */
    private void change(String verb, String container) {
        api.send(Operation.container(verb, container), path(container, "/" + verb), null);
    }

    @Override
    public ExitWatch watchExit(String container, WaitCondition condition) {
        Operation operation = Operation.container("wait", container);
        String when = condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
        HttpCall call = api.lasting(operation, "POST", path(container, "/wait").with("condition", when));
        return new DockerExitWatch(api, operation, api.open(operation, call));
    }

    @Override
    public CloseableIterator<Frame> logs(String container, LogOptions options) {
        return streams.logs(container, options);
    }

    @Override
    public Session attach(String container, AttachOptions options) {
        return streams.attach(container, options);
    }

    @Override
    public CloseableIterator<ContainerStats> stats(String container, boolean follow) {
        return streams.stats(container, follow);
    }

    @Override
    public void resize(String container, int columns, int rows) {
        api.send(Operation.container("resize", container),
                path(container, "/resize").with("h", rows).with("w", columns), null);
    }

    @Override
    public void putArchive(String container, String folder, InputStream tar, ArchiveOptions options) {
        files.put(container, folder, tar, options);
    }

    @Override
    public ContainerArchive getArchive(String container, String path) {
        return files.get(container, path);
    }

    @Override
    public ContainerArchive.PathStat stat(String container, String path) {
        return files.stat(container, path);
    }

    @Override
    public InputStream export(String container) {
        return files.export(container);
    }

    @Override
    public ProcessTable top(String container) {
        Tree table = api.get(Operation.container("top", container), path(container, "/top"));
        return new ProcessTable(table.texts("Titles"), table.list("Processes").stream().map(Tree::texts).toList());
    }

    @Override
    public String commit(String container, CommitOptions options) {
        Operation operation = Operation.container("commit", container);
        Query query = Query.of("/commit").with("container", container).with("repo", options.repository())
                .with("tag", options.tag()).with("comment", options.comment()).with("author", options.author())
                .with("pause", options.pause() ? "1" : "0");
        options.changes().forEach(change -> query.with("changes", change));
        HttpCall call = api.lasting(operation, "POST", query);
        // Podman wants a body; Docker would take an empty one for a configuration.
        return api.fetch(operation, api.isPodman() ? call.withJson(api.json().write(Map.of())) : call).text("Id");
    }

    static Query path(String container, String rest) {
        return Query.of("/containers/" + Query.part(container) + rest);
    }
}
