package dev.jcompose.source;

import java.util.List;
import java.util.stream.Collectors;

/** The files, or what they refer to, cannot be made into a project. */
public final class InvalidProjectException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<Problem> warnings;

    /** At least one problem; they are put in file order. */
    public InvalidProjectException(List<Problem> problems) {
        this(problems, List.of());
    }

    /** A single problem. */
    public InvalidProjectException(Problem problem) {
        this(List.of(problem));
    }

    private InvalidProjectException(List<Problem> problems, List<Problem> warnings) {
        super(inOrder(problems).stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = inOrder(problems);
        this.warnings = inOrder(warnings);
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().sorted((a, b) -> a.position().compareTo(b.position())).toList();
    }

    /**
     * The same, from a load that had come to know more.
     *
     * @param found
     *            what is probably not meant besides what is wrong
     */
    public InvalidProjectException with(List<Problem> found) {
        InvalidProjectException more = new InvalidProjectException(problems, found);
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
}
