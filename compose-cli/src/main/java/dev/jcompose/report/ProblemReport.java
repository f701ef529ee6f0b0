package dev.jcompose.report;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problem.Severity;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Colour;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints problems on standard error: a line each, {@code file:line:column: …}, and where that is a terminal the line of
 * the file with the value marked.
 *
 * @param terminal
 *            printed to
 * @param ansi
 *            whether in colour
 * @param folder
 *            what relative names of files in positions are relative to
 */
public record ProblemReport(Terminal terminal, Ansi ansi, Path folder) {
    /** Prints them in the order given; warnings say that they are. */
    public void print(List<Problem> problems) {
        for (Problem problem : problems) {
            boolean warning = problem.severity() == Severity.WARNING;
            terminal.err().println((warning ? painted("warning: ", Colour.YELLOW) : "") + problem);
            if (terminal.isTerminal(Stream.ERR)) {
                excerpt(problem.position()).ifPresent(excerpt -> {
                    String[] lines = excerpt.lines(terminal.width());
                    terminal.err().println(lines[0]);
                    terminal.err().println(painted(lines[1], warning ? Colour.YELLOW : Colour.RED));
                });
            }
        }
        terminal.err().flush();
    }

    private Optional<Excerpt> excerpt(Position position) {
        if (position.file().startsWith("<")) {
            return Optional.empty();
        }
        try {
            return Excerpt.of(folder.resolve(position.file()), position);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String painted(String text, Colour colour) {
        return ansi.colours(Stream.ERR) ? colour.paint(text) : text;
    }
}
