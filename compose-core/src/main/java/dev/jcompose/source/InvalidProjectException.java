package dev.jcompose.source;

import java.util.List;
import java.util.stream.Collectors;

/** The files, or what they refer to, cannot be made into a project. */
public final class InvalidProjectException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** At least one problem; they are put in file order. */
    public InvalidProjectException(List<Problem> problems) {
        super(problems.stream().sorted((a, b) -> a.position().compareTo(b.position())).map(Problem::toString)
                .collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted((a, b) -> a.position().compareTo(b.position())).toList();
    }

    /** A single problem. */
    public InvalidProjectException(Problem problem) {
        this(List.of(problem));
    }

    /** Everything wrong, in file order. */
    public List<Problem> problems() {
        return problems;
    }
}
