package dev.jcompose.load;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the stages of one load share: where files come from, what was found wrong, what was said already. */
final class LoadContext {
    private final FileSource source;
    private final Remotes remotes;
    private final Path directory;
    private final FileNames names;
    private final LoadOptions options;
    private final @Nullable String home;
    private final Problems problems;
    private final Allowance allowance = new Allowance();
    private int inclusions;
    private final Set<String> said = new HashSet<>();
    private final Faults faults;
    private final Set<String> later = new HashSet<>();

    LoadContext(LoadRequest request, Remotes remotes, ProjectFiles project, Problems problems) {
        this.problems = problems;
        this.faults = new Faults(problems);
        this.source = request.source();
        this.remotes = remotes;
        this.options = request.options();
        this.directory = project.directory();
        this.names = new FileNames(request.currentDirectory());
        this.home = project.environment().get("HOME");
    }

    /** The project's folder. */
    Path directory() {
        return directory;
    }

    /** What paths are relative to a folder by, and {@code ~} stands for. */
    PathBase pathBase(String folder) {
        return new PathBase(folder, home, RemoteReference::is, path -> source.resolveLinks(Path.of(path)).toString());
    }

    FileSource source() {
        return source;
    }

    /** What is left for this load to use. */
    Allowance allowance() {
        return allowance;
    }

    /** The content of a file, on the account of this load. */
    byte[] read(Path file) throws IOException {
        long before = System.nanoTime();
        byte[] content;
        try {
            content = source.read(file);
        } catch (IOException e) {
            allowance.await(System.nanoTime() - before);
            throw e;
        }
        allowance.read(content.length, new Position(display(file), 1, 1));
        return content;
    }

    LoadOptions options() {
        return options;
    }

    Problems problems() {
        return problems;
    }

    /** How many files were included so far, with this one. */
    int countInclusion() {
        return ++inclusions;
    }

    /**
     * The name that positions carry: that of its repository or artifact where the file was fetched, else one by which
     * it is found from the caller's folder.
     */
    String display(Path file) {
        Path normal = file.normalize();
        return remotes.display(normal).orElseGet(() -> names.of(normal));
    }

    /** What a reference names, fetched; null, and a problem, if it cannot be had. */
    @Nullable
    RemoteFile fetch(Scalar reference, YamlPath path) {
        try {
            return remotes.fetch(reference.text());
        } catch (RemoteFileException e) {
            error(reference, path, e.getMessage(), e.hint());
            return null;
        }
    }

    /**
     * The documents of a file; none, and a problem, if it cannot be read.
     *
     * @param reference
     *            the value that names the file, to point at if there is no such file; null if no value does
     */
    List<Node> documents(Path file, @Nullable Node reference, YamlPath path) {
        String name = display(file);
        try {
            return YamlReader.read(name, read(file), options.trace(), problems);
        } catch (InvalidProjectException e) {
            e.problems().forEach(problems::add);
        } catch (IOException e) {
            unreadable(file, reference, path, e);
        }
        return List.of();
    }

    /** The documents on the standard input. */
    List<Node> standardInput() {
        String name = "<stdin>";
        try {
            return YamlReader.read(name, source.readStandardInput(), options.trace(), problems);
        } catch (InvalidProjectException e) {
            e.problems().forEach(problems::add);
        } catch (IOException e) {
            problems.add(Problem.error(new Position(name, 1, 1), YamlPath.ROOT, String.valueOf(e.getMessage())));
        }
        return List.of();
    }

    /**
     * Adds that a file cannot be read, and why.
     *
     * @param reference
     *            the value that names the file; null if no value does
     * @throws InvalidProjectException
     *             with all errors so far, if the load waited so long for files like this that it had better end
     */
    void unreadable(Path file, @Nullable Node reference, YamlPath path, IOException e) {
        String name = display(file);
        String reason = Unreadable.reason(e);
        String hint = e instanceof NoSuchFileException ? Neighbours.hint(file.normalize(), source) : "";
        problems.add(reference == null
                ? Problem.error(new Position(name, 1, 1), path, reason, hint)
                : Problem.error(reference.position(), path, name + ": " + reason, hint));
        if (allowance.isPatienceAtAnEnd()) {
            problems.throwIfAny();
        }
    }

    /** The file of that name may use what docker compose 2.40 does not read. */
    void acceptLater(String file) {
        later.add(file);
    }

    /** Whether the file of that name may. */
    boolean acceptsLater(String file) {
        return later.contains(file);
    }

    void error(Node node, YamlPath path, String message, String hint) {
        problems.add(Problem.error(node.position(), path, message, hint));
    }

    /** Adds a warning unless the same subject had one in this load, or so many had that nobody will read on. */
    void warnOnce(String subject, Supplier<Problem> warning) {
        if (said.size() < Problems.MOST_ERRORS && said.add(subject)) {
            problems.add(warning.get());
        }
    }

    /** What was found wrong so far, and what follows from it. */
    Faults faults() {
        return faults;
    }
}
