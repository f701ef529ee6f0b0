package dev.jcompose.engine.memory;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerStats;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.Containers;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.engine.Session;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Containers, in the order made. */
final class MemoryContainers implements Containers {
    private static final int KILLED = 137;

    private final World world;
    private final Map<String, MemoryContainer> byId = new LinkedHashMap<>();

    MemoryContainers(World world) {
        this.world = world;
    }

    @Override
    public List<ContainerSummary> list(ContainerFilter filter) {
        synchronized (world) {
            List<ContainerSummary> found = new ArrayList<>();
            for (MemoryContainer container : byId.values()) {
                if ((filter.all() || container.isRunning()) && matches(container, filter.filters())) {
                    found.add(0, container.summary());
                }
            }
            return List.copyOf(found);
        }
    }

    private static boolean matches(MemoryContainer container, Map<String, List<String>> filters) {
        return World.matches(container.spec().labels(), filters.getOrDefault("label", List.of()))
                && filters.getOrDefault("name", List.of("")).stream().anyMatch(container.name()::contains)
                && filters.getOrDefault("id", List.of("")).stream().anyMatch(container.id()::startsWith)
                && filters.getOrDefault("status", List.of(container.status().text()))
                        .contains(container.status().text())
                && filters.getOrDefault("network", List.of()).stream().allMatch(container::isOn)
                && filters.getOrDefault("volume", List.of()).stream().allMatch(
                        volume -> container.mounts().stream().anyMatch(mount -> mount.name().equals(volume)));
    }

    @Override
    public ContainerDetails inspect(String container) {
        synchronized (world) {
            return require("inspect", container).details();
        }
    }

    @Override
    public Created create(ContainerSpec spec) {
        synchronized (world) {
            String name = spec.name() == null ? "unnamed_" + (byId.size() + 1) : spec.name();
            String image = world.images().idOf(spec.image());
            if (image == null) {
                throw new EngineException.NotFound("create", "container " + name, "No such image: " + spec.image(),
                        World.ADDRESS);
            }
            if (find(name) != null) {
                throw World.conflict("create", "container", name,
                        "Conflict. The container name \"/" + name + "\" is already in use by container \""
                                + require("create", name).id() + "\"");
            }
            MemoryContainer container = new MemoryContainer(world, name, spec, image, MemoryMounts.of(world, spec));
            for (Attachment attachment : spec.connections().attachments()) {
                container.connect(world.networks().require("create", attachment.network()), attachment.endpoint());
            }
            byId.put(container.id(), container);
            world.wrote("container", "create", name);
            container.happened("create", Map.of());
            return new Created(container.id(), List.of());
        }
    }

    @Override
    public void start(String container) {
        synchronized (world) {
            MemoryContainer found = require("start", container);
            if (found.isRunning()) {
                return;
            }
            for (PublishedPort port : found.ports()) {
                byId.values().stream().filter(MemoryContainer::isRunning).forEach(other -> {
                    if (other.ports().stream().anyMatch(taken -> port.protocol().equals(taken.protocol())
                            && String.valueOf(port.hostPort()).equals(String.valueOf(taken.hostPort())))) {
                        throw World.rejected("start", "container", container, 500, "Bind for " + port.hostIp() + ":"
                                + port.hostPort() + " failed: port is already allocated");
                    }
                });
            }
            world.wrote("container", "start", found.name());
            found.start();
        }
    }

    @Override
    public void stop(String container, @Nullable Duration timeout) {
        synchronized (world) {
            MemoryContainer found = require("stop", container);
            if (found.isRunning()) {
                world.wrote("container", "stop", found.name());
                found.exit(KILLED);
                found.happened("stop", Map.of());
            }
        }
    }

    @Override
    public void restart(String container, @Nullable Duration timeout) {
        synchronized (world) {
            MemoryContainer found = require("restart", container);
            world.wrote("container", "restart", found.name());
            if (found.isRunning()) {
                found.exit(KILLED);
            }
            found.start();
        }
    }

    @Override
    public void kill(String container, @Nullable String signal) {
        synchronized (world) {
            MemoryContainer found = requireRunning("kill", container);
            world.wrote("container", "kill", found.name());
            found.happened("kill", Map.of("signal", signal == null ? "SIGKILL" : signal));
            found.exit(KILLED);
        }
    }

    @Override
    public void pause(String container) {
        synchronized (world) {
            MemoryContainer found = requireRunning("pause", container);
            world.wrote("container", "pause", found.name());
            found.pause(true);
        }
    }

    @Override
    public void unpause(String container) {
        synchronized (world) {
            MemoryContainer found = require("unpause", container);
            if (found.status() != ContainerStatus.PAUSED) {
                throw World.rejected("unpause", "container", container, 500,
                        "Container " + found.id() + " is not paused");
            }
            world.wrote("container", "unpause", found.name());
            found.pause(false);
        }
    }

    @Override
    public void remove(String container, boolean force, boolean volumes) {
        synchronized (world) {
            MemoryContainer found = require("remove", container);
            if (found.isRunning()) {
                if (!force) {
                    throw World.conflict("remove", "container", container, "cannot remove container \"/" + found.name()
                            + "\": container is running: stop the container before removing or force remove");
                }
                found.exit(KILLED);
            }
            if (!found.isRemoved()) {
                world.wrote("container", "remove", found.name());
                drop(found, volumes);
            }
        }
    }

    /** Takes it away; its volumes without a name of their own go too, if asked for. */
    void drop(MemoryContainer container, boolean volumes) {
        byId.remove(container.id());
        container.removed();
        if (volumes) {
            for (MountPoint mount : container.mounts()) {
                if (mount.name().matches("[0-9a-f]{64}") && !isVolumeUsed(mount.name())) {
                    world.volumes().drop(mount.name());
                }
            }
        }
    }

    @Override
    public void rename(String container, String name) {
        synchronized (world) {
            MemoryContainer found = require("rename", container);
            if (find(name) != null) {
                throw World.conflict("rename", "container", container,
                        "Conflict. The container name \"/" + name + "\" is already in use");
            }
            world.wrote("container", "rename", found.name());
            found.rename(name);
            found.happened("rename", Map.of());
        }
    }

    @Override
    public ExitWatch watchExit(String container, WaitCondition condition) {
        synchronized (world) {
            return new MemoryExitWatch(world, require("wait", container), condition);
        }
    }

    @Override
    public CloseableIterator<Frame> logs(String container, LogOptions options) {
        synchronized (world) {
            MemoryContainer found = require("logs", container);
            int size = found.output().size();
            int start = options.tail() == null ? 0 : Math.max(0, size - options.tail());
            return new Feed<>(world, start, feed -> {
                while (feed.position() < found.output().size()) {
                    Frame frame = found.output().at(feed.advance());
                    if (frame.channel() == Frame.Channel.STDOUT ? options.stdout() : options.stderr()) {
                        return frame;
                    }
                }
                return null;
            }, feed -> !options.follow() || !found.isRunning());
        }
    }

    @Override
    public Session attach(String container, AttachOptions options) {
        synchronized (world) {
            MemoryContainer found = require("attach", container);
            int start = options.logs() ? 0 : found.output().size();
            boolean waiting = found.status() == ContainerStatus.CREATED || found.isRunning();
            Instant attached = world.now();
            Feed<Frame> feed = new Feed<>(world, start,
                    at -> at.position() < found.output().size() ? found.output().at(at.advance()) : null,
                    at -> !waiting || found.isRemoved() || hasEndedSince(found, attached));
            return new MemorySession(world, feed, found::write, found::endInput);
        }
    }

    private static boolean hasEndedSince(MemoryContainer container, Instant moment) {
        Instant finished = container.details().state().finishedAt();
        return !container.isRunning() && finished != null && finished.isAfter(moment);
    }

    @Override
    public void resize(String container, int columns, int rows) {
        synchronized (world) {
            requireRunning("resize", container);
        }
    }

    @Override
    public void putArchive(String container, String folder, InputStream tar, ArchiveOptions options) {
        synchronized (world) {
            MemoryContainer found = require("copy to", container);
            world.wrote("container", "copy to", found.name());
            found.files().unpack(folder, tar);
        }
    }

    @Override
    public ContainerArchive getArchive(String container, String path) {
        synchronized (world) {
            return require("copy from", container).files().pack(container, path);
        }
    }

    @Override
    public ContainerArchive.PathStat stat(String container, String path) {
        synchronized (world) {
            return require("stat", container).files().stat(container, path);
        }
    }

    @Override
    public ProcessTable top(String container) {
        synchronized (world) {
            MemoryContainer found = requireRunning("top", container);
            return new ProcessTable(List.of("UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"),
                    List.of(List.of("root", "1", "0", "0", "00:00", "?", "00:00:00",
                            String.join(" ", Program.commandOf(found.spec())))));
        }
    }

    @Override
    public CloseableIterator<ContainerStats> stats(String container, boolean follow) {
        synchronized (world) {
            MemoryContainer found = require("stats", container);
            ContainerStats stats = new ContainerStats(found.id(), found.name(), world.now(), 0, 0, 0, 0, 0, 0, 0,
                    found.isRunning() ? 1 : 0, Map.of());
            return new Feed<>(world, 0, feed -> feed.position() == 0 && feed.advance() == 0 ? stats : null,
                    feed -> !follow || found.isRemoved());
        }
    }

    @Override
    public InputStream export(String container) {
        return getArchive(container, "/").tar();
    }

    @Override
    public String commit(String container, CommitOptions options) {
        synchronized (world) {
            MemoryContainer found = require("commit", container);
            world.wrote("container", "commit", found.name());
            List<String> tags = options.repository() == null
                    ? List.of()
                    : List.of(options.repository() + ":" + (options.tag() == null ? "latest" : options.tag()));
            return world.images().add(tags, found.spec().labels(), Set.of());
        }
    }

    boolean isVolumeUsed(String volume) {
        return byId.values().stream()
                .anyMatch(container -> container.mounts().stream().anyMatch(mount -> mount.name().equals(volume)));
    }

    boolean isImageUsed(String image) {
        return byId.values().stream().anyMatch(container -> container.imageId().equals(image));
    }

    boolean isNetworkUsed(String network) {
        return byId.values().stream().anyMatch(container -> container.isRunning() && container.isOn(network));
    }

    Map<String, String> namesOn(String network) {
        Map<String, String> names = new LinkedHashMap<>();
        byId.values().stream().filter(container -> container.isRunning() && container.isOn(network))
                .forEach(container -> names.put(container.id(), container.name()));
        return names;
    }

    MemoryContainer require(String operation, String container) {
        MemoryContainer found = find(container);
        if (found == null) {
            throw World.notFound(operation, "container", container);
        }
        return found;
    }

    MemoryContainer requireRunning(String operation, String container) {
        MemoryContainer found = require(operation, container);
        if (!found.isRunning()) {
            throw World.conflict(operation, "container", container, "container " + found.id() + " is not running");
        }
        return found;
    }

    private @Nullable MemoryContainer find(String container) {
        MemoryContainer exact = byId.get(container);
        if (exact != null) {
            return exact;
        }
        for (MemoryContainer candidate : byId.values()) {
            if (candidate.name().equals(container)) {
                return candidate;
            }
        }
        List<MemoryContainer> beginning = byId.values().stream()
                .filter(candidate -> container.length() > 3 && candidate.id().startsWith(container)).toList();
        return beginning.size() == 1 ? beginning.get(0) : null;
    }
}
