package dev.jcompose.format;

import dev.jcompose.format.Template.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template at its braces and nests what stands between {@code if} and {@code end}. */
final class TemplateReader {
    /** Braces inside of quotes do not end an action. */
    private static final Pattern ACTION = Pattern.compile(
            "\\{\\{(-\\s)?\\s*(/\\*.*?\\*/|(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\]|\\\\.)*'|(?!\\s-}}|}}).)*)"
                    + "\\s*?(\\s-)?}}",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private int loops;

    private record Piece(boolean action, String text) {
        /** The first word of an action; empty for text. */
        String word() {
            Matcher word = WORD.matcher(text);
            return action && word.lookingAt() ? word.group() : "";
        }

        String rest() {
            return text.substring(word().length()).strip();
        }
    }

    TemplateReader(String text) {
        Matcher matcher = ACTION.matcher(text);
        int at = 0;
        boolean trims = false;
        while (matcher.find(at)) {
            String before = between(text.substring(at, matcher.start()), trims);
            pieces.add(new Piece(false, matcher.group(1) == null ? before : before.stripTrailing()));
            pieces.add(new Piece(true, matcher.group(2).strip()));
            trims = matcher.group(3) != null;
            at = matcher.end();
        }
        pieces.add(new Piece(false, between(text.substring(at), trims)));
    }

    private static String between(String text, boolean trims) {
        if (text.contains("{{")) {
            throw new TemplateException("unclosed action: " + text.substring(text.indexOf("{{")));
        }
        return trims ? text.stripLeading() : text;
    }

    List<Part> all() {
        List<Part> parts = block();
        if (!pieces.isEmpty()) {
            throw new TemplateException("unexpected {{" + pieces.element().text() + "}}");
        }
        return parts;
    }

    private List<Part> block() {
        List<Part> parts = new ArrayList<>();
        while (!pieces.isEmpty()) {
            Piece piece = pieces.element();
            if (piece.word().equals("end") || piece.word().equals("else")) {
                break;
            }
            pieces.remove();
            if (!piece.action()) {
                parts.add(new Part.Text(piece.text()));
            } else if (!piece.text().startsWith("/*")) {
                parts.add(action(piece));
            }
        }
        return parts;
    }

    private Part action(Piece piece) {
        return switch (piece.word()) {
            case "if", "with" -> branch(piece.word(), piece.rest());
            case "range" -> {
                loops++;
                Part loop = branch("range", piece.rest());
                loops--;
                yield loop;
            }
            case "break", "continue" -> {
                if (loops == 0) {
                    throw new TemplateException("{{" + piece.text() + "}} outside {{range}}");
                }
                yield new Part.Jump(piece.word().equals("break"));
            }
            case "define", "template", "block" -> throw new TemplateException("no {{" + piece.word() + "}} here");
            default -> new Part.Print(PipelineReader.read(piece.text()));
        };
    }

    private Part branch(String kind, String condition) {
        PipelineReader.Assignment test = PipelineReader.read(condition);
        List<Part> then = block();
        List<Part> otherwise = List.of();
        Piece next = pieces.poll();
        if (next != null && next.word().equals("else")) {
            if (!next.rest().isEmpty()) {
                Piece nested = new Piece(true, next.rest());
                return new Part.Branch(kind, test, then, List.of(branch(nested.word(), nested.rest())));
            }
            otherwise = block();
            next = pieces.poll();
        }
        if (next == null || !next.word().equals("end")) {
            throw new TemplateException("{{" + kind + "}} without {{end}}");
        }
        return new Part.Branch(kind, test, then, otherwise);
    }
}
