package dev.jcompose.engine;

import dev.jcompose.engine.ContainerLogs.LogOptions;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Containers. {@code container} is an id, a beginning of one that no other has, or a name. Unless it says otherwise,
 * every method throws {@link EngineException.NotFound} where there is no such container.
 */
public interface Containers {
    /** {@code GET /containers/json}, newest first. */
    List<ContainerSummary> list(ContainerFilter filter);

    /** {@code GET /containers/{id}/json}. */
    ContainerDetails inspect(String container);

    /**
     * Creates a container, connected to all its networks ({@code POST /containers/create}; on engines before API 1.44
     * also {@code POST /networks/{id}/connect}).
     *
     * @throws EngineException.NotFound
     *             if there is no such image
     * @throws EngineException.Conflict
     *             if the name is taken
     */
    Created create(ContainerSpec spec);

    /** {@code POST /containers/{id}/start}; one that runs stays as it is. */
    void start(String container);

    /**
     * {@code POST /containers/{id}/stop}; one that does not run stays as it is.
     *
     * @param timeout
     *            how long to wait before killing, in whole seconds; null for the container's own
     */
    void stop(String container, @Nullable Duration timeout);

    /** {@code POST /containers/{id}/restart}; the timeout is as for {@link #stop}. */
    void restart(String container, @Nullable Duration timeout);

    /**
     * {@code POST /containers/{id}/kill}.
     *
     * @param signal
     *            {@code SIGTERM}, {@code TERM} or {@code 15}; null for SIGKILL
     * @throws EngineException.Conflict
     *             if it does not run
     */
    void kill(String container, @Nullable String signal);

    /** {@code POST /containers/{id}/pause}. */
    void pause(String container);

    /** {@code POST /containers/{id}/unpause}. */
    void unpause(String container);

    /**
     * {@code DELETE /containers/{id}}.
     *
     * @param force
     *            whether one that runs is killed first
     * @param volumes
     *            whether its anonymous volumes go with it
     * @throws EngineException.Conflict
     *             if it runs and force is not given
     */
    void remove(String container, boolean force, boolean volumes);

    /** {@code POST /containers/{id}/rename}. */
    void rename(String container, String name);

    /**
     * Begins to watch for a container's end ({@code POST /containers/{id}/wait}). When this returns the engine has
     * taken note, so that an end that comes right after is not missed.
     */
    ExitWatch watchExit(String container, WaitCondition condition);

    /** Blocks until the container does not run, and tells how it ended. */
    default Exit awaitExit(String container) {
        try (ExitWatch watch = watchExit(container, WaitCondition.NOT_RUNNING)) {
            return watch.await();
        }
    }

    /**
     * {@code GET /containers/{id}/logs}. Where they are followed, an engine may be long in answering: then failures come
     * with the first {@link CloseableIterator#hasNext()}.
     */
    CloseableIterator<Frame> logs(String container, LogOptions options);

    /** {@code POST /containers/{id}/attach}; when this returns, what the container writes from now on is received. */
    Session attach(String container, AttachOptions options);

    /** {@code POST /containers/{id}/resize}, in character cells. */
    void resize(String container, int columns, int rows);

    /** Unpacks a tar stream below a folder of the container ({@code PUT /containers/{id}/archive}); reads it all. */
    void putArchive(String container, String folder, InputStream tar, ArchiveOptions options);

    /** A file or folder of the container as a tar stream ({@code GET /containers/{id}/archive}). */
    ContainerArchive getArchive(String container, String path);

    /** What is at a path of the container ({@code HEAD /containers/{id}/archive}). */
    ContainerArchive.PathStat stat(String container, String path);

    /** The processes of a container ({@code GET /containers/{id}/top}). */
    ProcessTable top(String container);

    /** Use of resources, about once a second, or once ({@code GET /containers/{id}/stats}). */
    CloseableIterator<ContainerStats> stats(String container, boolean follow);

    /** The container's whole file system as a tar stream ({@code GET /containers/{id}/export}). */
    InputStream export(String container);

    /** Makes an image of a container, and returns the image's id ({@code POST /commit}). */
    String commit(String container, CommitOptions options);

    /** A new container's id, and what the engine has to say about it. */
    record Created(String id, List<String> warnings) {
        public Created { warnings = List.copyOf(warnings); }
    }

    /** When a watch ends. */
    enum WaitCondition {
        /** When the container does not run, which may be at once. */
        NOT_RUNNING,
        /** The next time that it ends. */
        NEXT_EXIT,
        /** When it has been removed. */
        REMOVED
    }

    /**
     * How a container ended.
     *
     * @param code
     *            its main process's; 128 + signal where it was killed
     * @param error
     *            what kept the engine from waiting; empty where nothing did
     */
    record Exit(int code, String error) {}

    /** A watch that has begun. */
    interface ExitWatch extends AutoCloseable {
        /** Blocks until the end. */
        Exit await();

        /** Gives up watching; a thread in {@link #await()} ends with {@link EngineException.Unreachable}. */
        @Override
        void close();
    }

    /**
     * How an archive is unpacked.
     *
     * @param noOverwriteDirNonDir
     *            whether it is an error to put a file in a folder's place, or the other way round
     * @param copyUidGid
     *            whether owners are taken from the archive even if the container has other ids mapped
     */
    record ArchiveOptions(boolean noOverwriteDirNonDir, boolean copyUidGid) {
        /** Files in folders' places are allowed, owners are the engine's affair. */
        public static final ArchiveOptions DEFAULTS = new ArchiveOptions(false, false);
    }

    /** A table of processes, one row each. */
    record ProcessTable(List<String> titles, List<List<String>> rows) {
        public ProcessTable {
            titles = List.copyOf(titles);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What a committed image is called and how.
     *
     * @param repository
     *            null for an image without a name
     * @param changes
     *            instructions of a Dockerfile
     */
    record CommitOptions(@Nullable String repository, @Nullable String tag, @Nullable String comment,
            @Nullable String author, boolean pause, List<String> changes) {
        public CommitOptions { changes = List.copyOf(changes); }
    }
}
