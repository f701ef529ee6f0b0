package dev.jcompose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * A project and how {@code config} is called on it.
 *
 * @param folder
 *            the working directory
 * @param environment
 *            further variables
 * @param words
 *            of the command line, without the program
 * @param ordered
 *            whether the lines printed have an order; docker compose prints some lists as chance has it
 */
record ConfigCase(String name, Path folder, Map<String, String> environment, List<String> words, boolean ordered) {
    ConfigCase {
        environment = Map.copyOf(environment);
        words = List.copyOf(words);
    }

    /** Each folder below one that can be loaded as it is. */
    static List<ConfigCase> plain(Path parent) throws IOException {
        return folders(parent).stream().filter(ConfigCase::hasComposeFile)
                .map(folder -> new ConfigCase(name(folder), folder, Map.of(), List.of("config"), true)).toList();
    }

    /** The loader's goldens that load. */
    static List<ConfigCase> goldens(Path parent) throws IOException {
        List<ConfigCase> cases = new ArrayList<>();
        for (Path folder : folders(parent)) {
            if (Files.exists(folder.resolve("expected.yaml"))) {
                cases.add(golden(folder));
            }
        }
        return cases;
    }

    /** The command lines of a file, of which those that begin with a question mark print lists in any order. */
    static List<ConfigCase> lines(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return Files.readAllLines(file).stream()
                .map(line -> new ConfigCase(line, folder, Map.of("PASSWORD", "secret"),
                        List.of(line.replace("? ", "").split(" ")), !line.startsWith("? ")))
                .toList();
    }

    private static ConfigCase golden(Path folder) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>(List.of("config"));
        Path request = folder.resolve("request.txt");
        for (String line : Files.exists(request) ? Files.readAllLines(request) : List.<String>of()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "file" -> before.addAll(List.of("-f", words[1]));
                case "profile" -> before.addAll(List.of("--profile", words[1]));
                case "name" -> before.addAll(List.of("-p", words[1]));
                case "env" -> environment.put(words[1].split("=", 2)[0], words[1].split("=", 2)[1]);
                case "service" -> after.add(words[1]);
                case "without" -> after.add("--no-interpolate");
                default -> throw new IllegalArgumentException(line);
            }
        }
        before.addAll(after);
        return new ConfigCase(name(folder), folder, environment, before, true);
    }

    /** Recorded cases that docker compose takes and that do not choose a format themselves. */
    static List<ConfigCase> recorded(Path parent) throws IOException {
        List<ConfigCase> cases = new ArrayList<>();
        for (Path folder : folders(parent)) {
            Path status = folder.resolve("expected.status");
            if (Files.exists(status) && Files.readString(status).strip().equals("0")) {
                ConfigCase recorded = recordedIn(folder);
                if (recorded.words().stream().noneMatch(word -> word.startsWith("--format"))) {
                    cases.add(recorded);
                }
            }
        }
        return cases;
    }

    private static ConfigCase recordedIn(Path folder) throws IOException {
        JSONObject description = new JSONObject(Files.readString(folder.resolve("case.json")));
        Map<String, String> environment = new LinkedHashMap<>();
        JSONObject variables = description.optJSONObject("env", new JSONObject());
        for (Iterator<String> names = variables.keys(); names.hasNext();) {
            String name = names.next();
            environment.put(name, variables.getString(name));
        }
        List<String> words = new ArrayList<>(texts(description, "args"));
        words.add("config");
        words.addAll(texts(description, "config_args"));
        return new ConfigCase(name(folder), folder.resolve(description.optString("cwd", ".")).normalize(),
                environment, words, true);
    }

    private static List<String> texts(JSONObject description, String key) {
        JSONArray array = description.optJSONArray(key);
        return array == null ? List.of() : array.toList().stream().map(String::valueOf).toList();
    }

    private static boolean hasComposeFile(Path folder) {
        return Files.exists(folder.resolve("compose.yaml")) || Files.exists(folder.resolve("docker-compose.yml"));
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
