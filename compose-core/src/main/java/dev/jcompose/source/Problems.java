package dev.jcompose.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Collects what is wrong while a stage runs, so that all of it is reported at once. Not safe for use by several
 * threads.
 */
public final class Problems {
    /** How many errors are collected before the work ends with them. */
    public static final int MOST_ERRORS = 1_000;

    private int errors;
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Set<String> warned = new HashSet<>();
    private Predicate<Problem> needless = error -> false;

    /** From now on, errors of this kind are not collected: they only follow from what is known already. */
    public void leaveOut(Predicate<Problem> errors) {
        needless = errors;
    }

    /**
     * Adds one; the same problem twice counts once, and so does a warning about one place on several ways to it.
     *
     * @throws InvalidProjectException
     *             with all errors so far, if these are so many that nobody will read on
     */
    public void add(Problem problem) {
        if (problem.severity() == Problem.Severity.WARNING) {
            if (warned.size() < MOST_ERRORS && warned.add(problem.position() + ": " + problem.message())) {
                found.add(problem);
            }
        } else if (!needless.test(problem) && found.add(problem) && ++errors > MOST_ERRORS) {
            throw new InvalidProjectException(errors());
        }
    }

    /** The errors so far, in the order they were found. */
    public List<Problem> errors() {
        return of(Problem.Severity.ERROR);
    }

    /** The warnings so far, in the order they were found. */
    public List<Problem> warnings() {
        return of(Problem.Severity.WARNING);
    }

    /**
     * Ends the work if there was any error.
     *
     * @throws InvalidProjectException
     *             with all errors, in file order
     */
    public void throwIfAny() {
        List<Problem> errors = errors();
        if (!errors.isEmpty()) {
            throw new InvalidProjectException(errors);
        }
    }

    private List<Problem> of(Problem.Severity severity) {
        List<Problem> some = new ArrayList<>();
        for (Problem problem : found) {
            if (problem.severity() == severity) {
                some.add(problem);
            }
        }
        return some;
    }
}
