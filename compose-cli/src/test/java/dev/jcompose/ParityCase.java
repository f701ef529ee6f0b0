package dev.jcompose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * A case of {@code shared/parity}: a project, and what is done with it. Names, ports and subnets of a copy are its own,
 * so that the recorded cases can be played beside it.
 *
 * @param arguments
 *            put before those of each step
 * @param steps
 *            each a list of words for the command, or a text for the shell
 * @param exits
 *            what docker compose answered, a step
 * @param edits
 *            the number of steps after which files are written, and what is
 */
record ParityCase(String name, Path folder, List<String> arguments, Map<String, String> environment,
        List<Object> steps, List<Integer> exits, List<Edit> edits) {
    private static final Set<String> RECORD = Set.of("case.json", "expected.json");

    /** Files that change after so many steps. */
    record Edit(int after, Map<String, String> files) {
        Edit { files = Map.copyOf(files); }
    }

    ParityCase {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        steps = List.copyOf(steps);
        exits = List.copyOf(exits);
        edits = List.copyOf(edits);
    }

    /** All of them, in a folder beside the repository or beside one around it; null where there is none. */
    static @Nullable Path found() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path cases = folder.resolve("shared/parity/cases");
            if (Files.isDirectory(cases)) {
                return cases;
            }
        }
        return null;
    }

    static List<ParityCase> in(Path parent) throws IOException {
        List<ParityCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("case.json"))).sorted().toList()) {
                cases.add(read(folder));
            }
        }
        return cases;
    }

    private static ParityCase read(Path folder) throws IOException {
        JSONObject json = new JSONObject(own(Files.readString(folder.resolve("case.json"))));
        List<Object> steps = json.getJSONArray("steps").toList();
        List<Integer> exits = new ArrayList<>();
        JSONArray given = json.optJSONArray("expect_exit", new JSONArray());
        for (int i = 0; i < steps.size(); i++) {
            exits.add(given.optInt(i, 0));
        }
        List<Edit> edits = new ArrayList<>();
        for (Object edit : json.optJSONArray("files", new JSONArray())) {
            edits.add(new Edit(((JSONObject) edit).getInt("after"), texts(((JSONObject) edit).getJSONObject("write"))));
        }
        return new ParityCase(String.valueOf(folder.getFileName()), folder, words(json.optJSONArray("args")),
                texts(json.optJSONObject("env", new JSONObject())), steps, exits, edits);
    }

    /** The name that its folder gives the project. */
    String project() {
        return "replan-" + name;
    }

    /** The last step that is an {@code up} and succeeds; -1 if there is none. */
    int lastUp() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof List<?> words && words.contains("up") && exits.get(i) == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The words of a step that is a command line. */
    List<String> words(int step) {
        return ((List<?>) steps.get(step)).stream().map(String::valueOf).toList();
    }

    /** Makes a copy of its files; gives the project's folder. */
    Path copyInto(Path parent) throws IOException {
        Path copy = parent.resolve(project());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!RECORD.contains(String.valueOf(file.getFileName()))) {
                    Files.copy(file, target);
                    write(target, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return copy;
    }

    /** Writes what is written once so many steps were played. */
    void edit(Path copy, int played) throws IOException {
        for (Edit edit : edits) {
            for (Map.Entry<String, String> file : edit.files().entrySet()) {
                if (edit.after() == played) {
                    Files.writeString(copy.resolve(file.getKey()), file.getValue());
                }
            }
        }
    }

    /** One character a byte: nothing but what is replaced changes. */
    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, own(text), StandardCharsets.ISO_8859_1);
    }

    private static String own(String text) {
        return text.replace("parity-", "replan-").replace("10.213.", "10.215.").replace("fd00:213:", "fd00:215:")
                .replaceAll("\\b21(\\d{3})\\b", "22$1");
    }

    private static List<String> words(@Nullable JSONArray array) {
        return array == null ? List.of() : array.toList().stream().map(String::valueOf).toList();
    }

    private static Map<String, String> texts(JSONObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.toMap().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
