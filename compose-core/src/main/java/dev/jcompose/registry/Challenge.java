package dev.jcompose.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be told who asks (RFC 7235, the header {@code WWW-Authenticate}).
 *
 * @param scheme
 *            {@code bearer} or {@code basic}
 * @param parameters
 *            {@code realm}, {@code service}, {@code scope}
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern
            .compile("([a-zA-Z_]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",\\s]+))");

    Challenge { parameters = Map.copyOf(parameters); }

    /** The one to follow: a token is better than a password. */
    static Optional<Challenge> of(List<String> headers) {
        return find(headers, "bearer").or(() -> find(headers, "basic"));
    }

    private static Optional<Challenge> find(List<String> headers, String scheme) {
        return headers.stream().filter(header -> header.toLowerCase(Locale.ROOT).startsWith(scheme + " "))
                .findFirst().map(header -> new Challenge(scheme, parameters(header.substring(scheme.length()))));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            found.put(matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return found;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
