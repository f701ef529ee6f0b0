package dev.jcompose.source;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files, or what they refer to, cannot be made into a project. */
public final class InvalidProjectException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<Problem> warnings;
    private final transient @Nullable Path directory;

    /** At least one problem; they are put in file order. */
    public InvalidProjectException(List<Problem> problems) {
        this(problems, List.of(), null);
    }

    /** A single problem. */
    public InvalidProjectException(Problem problem) {
        this(List.of(problem));
    }

    private InvalidProjectException(List<Problem> problems, List<Problem> warnings, @Nullable Path directory) {
        super(inOrder(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = inOrder(problems);
        this.warnings = inOrder(warnings);
        this.directory = directory;
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().sorted((a, b) -> a.position().compareTo(b.position())).toList();
    }

    /**
     * The same, from a load that had come to know more.
     *
     * @param found
     *            what is probably not meant besides what is wrong
     * @param folder
     *            what relative names of files in positions are relative to
     */
    public InvalidProjectException with(List<Problem> found, Path folder) {
        InvalidProjectException more = new InvalidProjectException(problems, found, folder);
        more.setStackTrace(getStackTrace());
        return more;
    }

    /** Everything wrong, in file order. */
    public List<Problem> problems() {
        return problems;
    }

    /** What is probably not meant, as far as the load came, in file order. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** What relative names of files in positions are relative to; null if the load did not come to know it. */
    public @Nullable Path directory() {
        return directory;
    }
}
