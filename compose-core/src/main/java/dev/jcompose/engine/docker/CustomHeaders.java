package dev.jcompose.engine.docker;

import dev.jcompose.engine.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that the user wants to go along with every call: {@code DOCKER_CUSTOM_HEADERS}, pairs of
 * {@code name=value} in the manner of CSV, else {@code HttpHeaders} of the user's configuration file.
 */
final class CustomHeaders {
    private static final String VARIABLE = "DOCKER_CUSTOM_HEADERS";
    /** They belong to the connection, or are ours. */
    private static final Set<String> OURS = Set.of("user-agent", "host", "connection", "upgrade", "content-length",
            "content-type", "transfer-encoding");
    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(?:,|$)");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private CustomHeaders() {
    }

    /**
     * The headers, in their order.
     *
     * @param address
     *            of the engine, for messages
     * @throws EngineException.Rejected
     *             if the variable's value is not of that form
     */
    static Map<String, String> of(Map<String, String> environment, String address) {
        String text = environment.getOrDefault(VARIABLE, "");
        Map<String, String> headers = text.isEmpty() ? configured(environment) : parse(text, address);
        headers.keySet().removeIf(name -> OURS.contains(name.toLowerCase(java.util.Locale.ROOT)));
        return headers;
    }

    private static Map<String, String> configured(Map<String, String> environment) {
        Path file = DockerContexts.folder(environment).resolve("config.json");
        Map<String, String> headers = Files.isRegularFile(file)
                ? DockerContexts.read(file).textMap("HttpHeaders")
                : new LinkedHashMap<>();
        headers.entrySet().removeIf(header -> !isHeader(header.getKey(), header.getValue()));
        return headers;
    }

    private static Map<String, String> parse(String text, String address) {
        Map<String, String> headers = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!field.find(at) || field.start() != at) {
                throw unusable("the quotes are not in pairs", address);
            }
            String pair = field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\"");
            put(headers, pair, address);
            at = field.end();
        }
        if (text.endsWith(",")) {
            throw unusable("there is nothing after the last comma", address);
        }
        return headers;
    }

    private static void put(Map<String, String> headers, String pair, String address) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        if (!isHeader(name, value)) {
            throw unusable("\"" + pair + "\" is no name=value", address);
        }
        headers.put(name, value);
    }

    private static boolean isHeader(String name, String value) {
        return NAME.matcher(name).matches() && value.chars().noneMatch(c -> c < ' ' && c != '\t');
    }

    private static EngineException unusable(String why, String address) {
        return new EngineException.Rejected("connect", "engine", 0,
                VARIABLE + ": " + why + "; write it like name=value,other=value", address);
    }
}
