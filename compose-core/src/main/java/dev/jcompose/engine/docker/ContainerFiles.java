package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerArchive.PathStat;
import dev.jcompose.engine.Containers.ArchiveOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Files of containers, as tar streams: {@code archive}, {@code export}. */
final class ContainerFiles {
    private final Api api;

    ContainerFiles(Api api) {
        this.api = api;
    }

    void put(String container, String folder, InputStream tar, ArchiveOptions options) {
        Query query = archive(container, folder).flag("noOverwriteDirNonDir", options.noOverwriteDirNonDir())
                .flag("copyUIDGID", options.copyUidGid());
        api.put(Operation.container("copy to", container), query, tar, "application/x-tar");
    }

    ContainerArchive get(String container, String path) {
        Operation operation = Operation.container("copy from", container);
        HttpAnswer answer = api.open(operation, api.lasting(operation, "GET", archive(container, path)));
        return new ContainerArchive(stat(operation, answer), answer.body());
    }

    PathStat stat(String container, String path) {
        Operation operation = Operation.container("stat", container);
        try (HttpAnswer answer = api.open(operation, api.call(operation, "HEAD", archive(container, path)))) {
            return stat(operation, answer);
        } catch (IOException e) {
            throw api.failures().of(operation, e);
        }
    }

    InputStream export(String container) {
        Operation operation = Operation.container("export", container);
        return api.open(operation, api.lasting(operation, "GET", DockerContainers.path(container, "/export"))).body();
    }

    private static Query archive(String container, String path) {
        return DockerContainers.path(container, "/archive").with("path", path);
    }

    /** The header has it as JSON in Base64. */
    private PathStat stat(Operation operation, HttpAnswer answer) {
        try {
            byte[] json = Base64.getDecoder().decode(answer.header("x-docker-container-path-stat"));
            Tree stat = new Tree(json.length == 0 ? null : api.json().read(json));
            return new PathStat(stat.text("name"), stat.number("size"), stat.number("mode"),
                    stat.instantOrEpoch("mtime"), stat.text("linkTarget"));
        } catch (IOException e) {
            throw api.failures().of(operation, e);
        }
    }
}
