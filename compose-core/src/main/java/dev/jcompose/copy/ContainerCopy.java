package dev.jcompose.copy;

import dev.jcompose.archive.FileTree;
import dev.jcompose.archive.TarReader;
import dev.jcompose.archive.TarStream;
import dev.jcompose.archive.Unpacking;
import dev.jcompose.copy.Arrival.There;
import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerArchive.PathStat;
import dev.jcompose.engine.Containers;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies between this machine and a container, which may run or not. Everything is streamed. Not for several threads at
 * once.
 */
public final class ContainerCopy {
    private final Containers containers;
    private final String container;
    private final Path directory;
    private final boolean followLinks;
    private final boolean owners;

    /**
     * @param container
     *            id or name
     * @param directory
     *            what paths of this machine are relative to, absolute
     * @param followLinks
     *            whether a source that is a symbolic link stands for what it leads to
     * @param owners
     *            whether owners are kept
     */
    public ContainerCopy(Containers containers, String container, Path directory, boolean followLinks,
            boolean owners) {
        this.containers = containers;
        this.container = container;
        this.directory = directory;
        this.followLinks = followLinks;
        this.owners = owners;
    }

    /**
     * From the container to this machine.
     *
     * @return what could not be made here: devices and pipes
     * @throws CopyException
     *             if the destination does not suit, or cannot be written
     */
    public List<String> out(String source, String destination) {
        Spelling target = resolved(new Spelling(local(destination)));
        if (!Files.isDirectory(Path.of(target.parent()))) {
            throw new CopyException("invalid output path: directory \"" + target.parent() + "\" does not exist");
        }
        Spelling wanted = source(source);
        try (ContainerArchive archive = containers.getArchive(container, wanted.text())) {
            String top = archive.stat().name();
            String name = wanted.meansContent() ? "." : new Spelling(source).base();
            Arrival arrival = Arrival.of(name.isEmpty() ? "." : name, archive.stat().isDirectory(), target,
                    there(Path.of(target.text())));
            String inArchive = wanted.meansContent() ? "." : top;
            return new Unpacking(Path.of(arrival.folder()), owners).run(new TarReader(archive.tar()),
                    path -> arrival.renamed(inArchive, path));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** From the container as a tar archive. */
    public void out(String source, OutputStream tar) {
        try (ContainerArchive archive = containers.getArchive(container, source(source).text())) {
            archive.tar().transferTo(tar);
            tar.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * From this machine into the container.
     *
     * @throws CopyException
     *             if the source is not there, or the destination does not suit
     */
    public void in(String source, String destination) {
        Spelling from = new Spelling(local(source));
        Path file = Path.of(from.text());
        try {
            Path real = followLinks || from.assertsFolder()
                    ? file.toRealPath()
                    : file.normalize().getParent() == null
                            ? file.normalize()
                            : file.normalize().getParent().toRealPath().resolve(file.normalize().getFileName());
            boolean isFolder = Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS);
            if (!isFolder && from.assertsFolder()) {
                throw new CopyException(from.text() + ": not a directory");
            }
            Spelling target = targetInside(destination);
            String base = from.base();
            Arrival arrival = Arrival.of(base.isEmpty() ? "." : base, isFolder, target, there(target));
            put(arrival.folder(), new TarStream(new FileTree(checked(real), arrival.name(), below -> true)));
        } catch (NoSuchFileException e) {
            throw new CopyException("lstat " + source + ": no such file or directory", e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Unpacks a tar archive in a folder of the container; reads it to its end.
     *
     * @throws CopyException
     *             if there is no such folder
     */
    public void in(InputStream tar, String destination) {
        Spelling target = targetInside(destination);
        if (there(target) != There.FOLDER) {
            throw new CopyException("destination \"" + container + ":" + destination + "\" must be a directory");
        }
        put(target.text(), tar);
    }

    private void put(String folder, InputStream tar) {
        containers.putArchive(container, folder, tar, new ArchiveOptions(true, owners));
    }

    private static Path checked(Path real) throws IOException {
        if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(real.toString());
        }
        return real;
    }

    private String local(String path) {
        String joined = path.startsWith("/") ? path : directory + "/" + path;
        return path.isEmpty() ? directory.toString() : joined;
    }

    /** The source in the container: with links followed what it leads to. */
    private Spelling source(String path) {
        Spelling typed = new Spelling(path);
        PathStat stat = followLinks ? stat(path) : null;
        return stat == null || !stat.isSymbolicLink() ? typed : typed.endingOf(linkTarget(typed, stat));
    }

    /** A destination that is a link means what the link leads to. */
    private Spelling targetInside(String path) {
        Spelling typed = new Spelling(path.startsWith("/") ? path : "/" + path);
        PathStat stat = stat(typed.text());
        return stat == null || !stat.isSymbolicLink() ? typed : new Spelling(linkTarget(typed, stat));
    }

    private static String linkTarget(Spelling link, PathStat stat) {
        return stat.linkTarget().startsWith("/")
                ? stat.linkTarget()
                : Spelling.cleaned(link.parent() + "/" + stat.linkTarget());
    }

    private @Nullable PathStat stat(String path) {
        try {
            return containers.stat(container, path);
        } catch (EngineException.NotFound nothingThere) {
            return null;
        }
    }

    private There there(Spelling inside) {
        PathStat stat = stat(inside.text());
        return stat == null ? There.NOTHING : stat.isDirectory() ? There.FOLDER : There.FILE;
    }

    /** Links at the destination are followed, also such as lead to what is not there yet. */
    private static Spelling resolved(Spelling destination) {
        Spelling now = destination;
        try {
            for (int links = 0; links < 10 && Files.isSymbolicLink(Path.of(now.text())); links++) {
                Path link = Path.of(now.text());
                now = new Spelling(link.resolveSibling(Files.readSymbolicLink(link)).toString());
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return now;
    }

    private static There there(Path file) {
        return Files.isDirectory(file) ? There.FOLDER : Files.exists(file) ? There.FILE : There.NOTHING;
    }

    private static CopyException failed(IOException e) {
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return new CopyException(problem.getReason() + ": " + problem.getFile(), e);
        }
        return new CopyException("cannot copy: " + e.getMessage(), e);
    }
}
