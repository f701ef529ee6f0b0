package dev.jcompose.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a template's braces. */
final class PipelineReader {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\]|\\\\.)*'|:=|[|(),=]|[^\\s|(),\"`'=:]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[^ux])");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+|0x[0-9a-fA-F]+)|[-+]?\\d*\\.\\d+");

    private final String text;
    private final Deque<String> tokens = new ArrayDeque<>();

    private PipelineReader(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new TemplateException("cannot read {{" + text + "}}");
            }
            tokens.add(matcher.group().isBlank() ? " " : matcher.group());
            at = matcher.end();
        }
    }

    /** A pipeline, and the variables that it is assigned to: {@code $a, $b := …}. */
    record Assignment(List<String> variables, boolean declares, Pipeline pipeline) {
        Assignment { variables = List.copyOf(variables); }
    }

    /**
     * Reads it.
     *
     * @throws TemplateException
     *             if it is none
     */
    static Assignment read(String text) {
        PipelineReader reader = new PipelineReader(text.strip());
        List<String> variables = new ArrayList<>();
        String sign = reader.assigned(variables);
        Pipeline pipeline = reader.pipeline();
        if (!reader.tokens.isEmpty()) {
            throw new TemplateException("unexpected '" + reader.tokens.peek() + "' in {{" + text.strip() + "}}");
        }
        return new Assignment(variables, sign.equals(":="), pipeline);
    }

    /** Takes the variables and the sign after them, if this is an assignment; else nothing, and gives no sign. */
    private String assigned(List<String> variables) {
        List<String> words = tokens.stream().filter(token -> !token.isBlank()).toList();
        int at = 0;
        while (at < words.size() && words.get(at).matches("\\$\\w+")) {
            variables.add(words.get(at));
            at += (at + 1 < words.size() && words.get(at + 1).equals(",")) ? 2 : 1;
        }
        String sign = (at > 0 && at < words.size()) ? words.get(at) : "";
        if (!sign.equals(":=") && !sign.equals("=")) {
            variables.clear();
            return "";
        }
        while (!tokens.remove().equals(sign)) {
            // The variables are known already.
        }
        return sign;
    }

    private Pipeline pipeline() {
        List<List<Term>> calls = new ArrayList<>();
        List<Term> call = new ArrayList<>();
        while (!tokens.isEmpty() && !tokens.peek().equals(")")) {
            String token = tokens.remove();
            if (token.equals("|")) {
                calls.add(List.copyOf(call));
                call = new ArrayList<>();
            } else if (!token.isBlank()) {
                call.add(term(token));
            }
        }
        calls.add(List.copyOf(call));
        if (calls.stream().anyMatch(List::isEmpty)) {
            throw new TemplateException("missing value for command in {{" + text + "}}");
        }
        return new Pipeline(calls);
    }

    private Term term(String token) {
        if (token.equals("(")) {
            Term nested = new Term.Nested(pipeline());
            if (tokens.isEmpty()) {
                throw new TemplateException("unclosed left paren in {{" + text + "}}");
            }
            tokens.remove();
            String next = tokens.peek();
            return (next != null && next.startsWith(".")) ? field(nested, tokens.remove()) : nested;
        }
        if (token.equals(".")) {
            return new Term.Dot();
        }
        if (token.startsWith(".") && !NUMBER.matcher(token).matches()) {
            return field(new Term.Dot(), token);
        }
        if (token.startsWith("$")) {
            int dot = token.indexOf('.');
            Term variable = new Term.Variable(dot < 0 ? token : token.substring(0, dot));
            return dot < 0 ? variable : field(variable, token.substring(dot));
        }
        return literal(token);
    }

    private static Term field(Term of, String path) {
        return new Term.Field(of, List.of(path.substring(1).split("\\.", -1)));
    }

    private static Term literal(String token) {
        char first = token.charAt(0);
        if (first == '"' || first == '\'') {
            String inside = unquoted(token.substring(1, token.length() - 1));
            return new Term.Literal(first == '"' ? inside : (Object) inside.codePointAt(0));
        }
        if (first == '`') {
            return new Term.Literal(token.substring(1, token.length() - 1));
        }
        if (NUMBER.matcher(token).matches()) {
            return new Term.Literal(number(token));
        }
        if (token.equals("true") || token.equals("false") || token.equals("nil")) {
            return new Term.Literal(token.equals("nil") ? null : (Object) Boolean.valueOf(token));
        }
        if (!Functions.NAMES.contains(token)) {
            throw new TemplateException("function \"" + token + "\" not defined");
        }
        return new Term.Name(token);
    }

    private static @Nullable Object number(String token) {
        try {
            return token.contains(".") ? (Object) Double.valueOf(token) : (Object) Integer.decode(decimal(token));
        } catch (NumberFormatException tooLarge) {
            throw new TemplateException("\"" + token + "\" is too large");
        }
    }

    /** Leading zeros mean nothing here. */
    private static String decimal(String token) {
        return token.contains("x") ? token : String.valueOf(Long.parseLong(token));
    }

    private static String unquoted(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            String after = escape.group(1);
            String plain = switch (after.charAt(0)) {
                case 'u', 'x' -> Character.toString(Integer.parseInt(after.substring(1), 16));
                case 'n' -> "\n";
                case 't' -> "\t";
                case 'r' -> "\r";
                case '"', '\'', '\\' -> after;
                default -> throw new TemplateException("invalid syntax in \"" + text + "\"");
            };
            return Matcher.quoteReplacement(plain);
        });
    }
}
