package dev.jcompose.engine.docker;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerStats;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;

/** What containers give off: {@code logs}, {@code attach}, {@code stats}. */
final class ContainerStreams {
    private static final String RAW = "application/vnd.docker.raw-stream";
    private static final String MULTIPLEXED = "application/vnd.docker.multiplexed-stream";

    private final Api api;

    ContainerStreams(Api api) {
        this.api = api;
    }

    CloseableIterator<Frame> logs(String container, LogOptions options) {
        Operation operation = Operation.container("logs", container);
        Query query = DockerContainers.path(container, "/logs").flag("stdout", options.stdout())
                .flag("stderr", options.stderr()).flag("follow", options.follow())
                .flag("timestamps", options.timestamps())
                .with("tail", options.tail() == null ? "all" : options.tail()).with("since", options.since())
                .with("until", options.until());
        HttpCall call = api.lasting(operation, "GET", query);
        if (!options.follow()) {
            return frames(operation, api.open(operation, call), container);
        }
        HttpConnection begun = api.begin(operation, call);
        return new FollowedFrames(begun, () -> frames(operation, api.await(operation, call, begun), container));
    }

    private FrameStream frames(Operation operation, HttpAnswer answer, String container) {
        return new FrameStream(api, operation, answer, isMultiplexed(operation, answer, container));
    }

    Session attach(String container, AttachOptions options) {
        Operation operation = Operation.container("attach", container);
        Query query = DockerContainers.path(container, "/attach").flag("stream", true)
                .flag("stdin", options.stdin()).flag("stdout", options.stdout()).flag("stderr", options.stderr())
                .flag("logs", options.logs()).with("detachKeys", options.detachKeys());
        return frames(operation, api.open(operation, api.call(operation, "POST", query).upgrading()), container);
    }

    CloseableIterator<ContainerStats> stats(String container, boolean follow) {
        Operation operation = Operation.container("stats", container);
        Query query = DockerContainers.path(container, "/stats").with("stream", follow ? "1" : "0");
        HttpAnswer answer = api.open(operation, api.lasting(operation, "GET", query));
        return JsonStream.of(api, operation, answer, StatsReading::stats);
    }

    /** Engines tell by the content type from API 1.42 on; before, only the container's own setting does. */
    private boolean isMultiplexed(Operation operation, HttpAnswer answer, String container) {
        String type = answer.header("content-type");
        if (type.startsWith(MULTIPLEXED)) {
            return true;
        }
        if (type.startsWith(RAW) && api.version(operation).atLeast(42)) {
            return false;
        }
        return !api.get(operation, DockerContainers.path(container, "/json")).at("Config").flag("Tty");
    }
}
