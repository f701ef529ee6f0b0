package dev.jcompose.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.env.Environment;
import dev.jcompose.source.ComposeException;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One recorded case: the arguments of a {@code config} command and what docker compose made of them. */
final class ConformanceCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("/tmp/conform");

    private final Path folder;
    private final Path claimed;
    private final JsonNode description;
    private LoadRequest request;
    private String print = "config";
    private Format format = Format.JSON;
    private boolean unknownFormat;

    ConformanceCase(Path folder) throws IOException {
        this.folder = folder;
        this.claimed = ROOT.resolve(folder.getFileName());
        this.description = JSON.readTree(folder.resolve("case.json").toFile());
        Path current = claimed.resolve(description.path("cwd").asText(".")).normalize();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/bin");
        variables.put("HOME", "/tmp/conform-home");
        variables.put("PWD", current.toString());
        description.path("env").properties().forEach(e -> variables.put(e.getKey(), e.getValue().asText()));
        this.request = LoadRequest.in(current)
                .withSource(new RelocatedFiles(claimed, folder))
                .withEnvironment(Environment.shell(variables))
                .withOptions(LoadOptions.DEFAULTS.keepLabelFiles(false));
        readArguments();
    }

    private void readArguments() {
        List<String> files = new ArrayList<>();
        List<String> envFiles = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        List<String> services = new ArrayList<>();
        Iterator<String> words = words();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-f" -> files.add(words.next());
                case "--profile" -> profiles.add(words.next());
                case "--env-file" -> envFiles.add(words.next());
                case "--project-directory" -> request = request.withProjectDirectory(Path.of(words.next()));
                case "--no-path-resolution" -> request = request.withOptions(request.options().resolvePaths(false));
                case "-p" -> request = request.withName(words.next());
                case "-p=-x" -> request = request.withName("-x");
                case "--format" -> format(words.next());
                case "--all-resources" -> request = request.withOptions(request.options().allResources(true));
                case "--compatibility", "--no-normalize" ->
                    request = request.withOptions(request.options().normalize(false));
                case "--no-consistency" -> request = request.withOptions(request.options().checkConsistency(false));
                case "--no-interpolate" -> request = request.withOptions(request.options().interpolate(false));
                case "--networks", "--volumes", "--profiles", "-q" -> print = word;
                default -> {
                    if (word.startsWith("-")) {
                        throw new IllegalArgumentException(word);
                    }
                    services.add(word);
                }
            }
        }
        request = request.withFiles(files).withEnvFiles(envFiles).withProfiles(profiles).withServices(services);
    }

    private Iterator<String> words() {
        List<String> words = new ArrayList<>();
        for (String part : List.of("args", "config_args")) {
            description.path(part).forEach(each -> {
                String word = each.asText();
                if (word.startsWith("--format=")) {
                    words.add("--format");
                    words.add(word.substring("--format=".length()));
                } else {
                    words.add(word);
                }
            });
        }
        return words.iterator();
    }

    private void format(String name) {
        switch (name) {
            case "json" -> format = Format.JSON;
            case "yaml" -> format = Format.YAML;
            default -> unknownFormat = true;
        }
    }

    /** Null if the loader does as docker compose did, else the difference. */
    @Nullable
    String difference() throws IOException {
        boolean failed = !Files.readString(folder.resolve("expected.status")).strip().equals("0");
        String printed;
        try {
            LoadedProject project = ComposeLoader.load(request);
            if (unknownFormat) {
                return failed ? null : "format";
            }
            printed = print(project);
        } catch (InvalidProjectException e) {
            boolean placed = (e.problems().size() == 1 && e.problems().getFirst().position().line() == 0)
                    || e.problems().stream().allMatch(each -> each.toString().matches("(?s)\\S.*:\\d+:\\d+: .*"));
            if (failed && placed) {
                return null;
            }
            return (failed ? "no place: " : "failed: ") + e.getMessage();
        } catch (ComposeException e) {
            return failed ? null : "failed: " + e.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "threw " + e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
        if (failed) {
            return "loaded, but should fail: " + Files.readString(folder.resolve("expected.stderr")).strip();
        }
        Path expected = folder.resolve("expected.json");
        if (Files.exists(expected)) {
            try {
                return difference(JSON.readTree(expected.toFile()), JSON.readTree(printed), "");
            } catch (JsonProcessingException e) {
                return "is not JSON: " + printed;
            }
        }
        String text = Files.readString(folder.resolve("expected.stdout"));
        boolean unordered = description.path("compare").asText("").equals("unordered-lines");
        List<String> want = unordered ? text.lines().sorted().toList() : text.lines().toList();
        List<String> got = unordered ? printed.lines().sorted().toList() : printed.lines().toList();
        return want.equals(got) ? null : "expected\n" + text + "\ngot\n" + printed;
    }

    private String print(LoadedProject project) {
        return switch (print) {
            case "--networks", "--volumes" -> project.tree().get(print.substring(2)) instanceof Mapping section
                    ? String.join("\n", section.keys())
                    : "";
            case "--profiles" -> {
                TreeSet<String> profiles = new TreeSet<>();
                addProfiles(project.disabled(), profiles);
                if (project.tree().get("services") instanceof Mapping services) {
                    addProfiles(services, profiles);
                }
                yield String.join("\n", profiles);
            }
            case "-q" -> "";
            default -> request.options().interpolate()
                    ? ConfigWriter.write(project.tree(), format)
                    : ConfigWriter.writeUninterpolated(project.tree(), format);
        };
    }

    private static void addProfiles(Mapping services, Set<String> profiles) {
        services.entries().values().forEach(entry -> {
            if (entry.value() instanceof Mapping service && service.get("profiles") instanceof Sequence names) {
                names.items().forEach(name -> profiles.add(((Scalar) name).text()));
            }
        });
    }

    private static @Nullable String difference(JsonNode want, JsonNode got, String path) {
        if (want.isObject() && got.isObject()) {
            TreeSet<String> keys = new TreeSet<>();
            want.fieldNames().forEachRemaining(keys::add);
            got.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                String at = path + "." + key;
                if (!got.has(key)) {
                    return at + ": missing, expected " + want.get(key);
                }
                if (!want.has(key)) {
                    return at + ": unexpected " + got.get(key);
                }
                String difference = difference(want.get(key), got.get(key), at);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (want.isArray() && got.isArray() && want.size() == got.size()) {
            for (int i = 0; i < want.size(); i++) {
                String difference = difference(want.get(i), got.get(i), path + "[" + i + "]");
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        boolean same = (want.isNumber() && got.isNumber())
                ? want.decimalValue().compareTo(got.decimalValue()) == 0
                : want.equals(got);
        return same ? null : path + ": expected " + want + ", got " + got;
    }
}
