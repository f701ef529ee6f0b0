package dev.jcompose.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.env.Environment;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A case is a folder in {@code src/test/resources/load}: Compose files, loaded as if the folder were {@code /project},
 * with {@code expected.yaml} or {@code expected.errors}, and {@code expected.warnings} if there are any.
 *
 * <p>
 * {@code request.txt} may say how: lines of {@code file NAME}, {@code env NAME=VALUE}, {@code profile NAME},
 * {@code service NAME}, {@code name NAME} and {@code without interpolation}. {@code -Dgolden.update} writes what is
 * expected anew, for review.
 */
class LoadGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/load");
    private static final Path CLAIMED = Path.of("/project");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(CASES)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        Map<String, String> got = load(request(folder));
        for (String name : List.of("expected.yaml", "expected.errors", "expected.warnings")) {
            Path file = folder.resolve(name);
            String text = got.getOrDefault(name, "");
            if (System.getProperty("golden.update") == null) {
                assertEquals(Files.exists(file) ? Files.readString(file) : "", text, name);
            } else if (text.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, text);
            }
        }
    }

    private static Map<String, String> load(LoadRequest request) {
        Map<String, String> got = new LinkedHashMap<>();
        try {
            LoadedProject project = ComposeLoader.load(request);
            got.put("expected.yaml", request.options().interpolate()
                    ? ConfigWriter.write(project.tree(), Format.YAML)
                    : ConfigWriter.writeUninterpolated(project.tree(), Format.YAML));
            got.put("expected.warnings", lines(project.warnings()));
        } catch (InvalidProjectException e) {
            got.put("expected.errors", lines(e.problems()));
        }
        return got;
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(each -> each + "\n").collect(Collectors.joining());
    }

    private static LoadRequest request(Path folder) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("HOME", "/home/me"));
        List<String> files = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        List<String> services = new ArrayList<>();
        LoadRequest request = LoadRequest.in(CLAIMED).withSource(new RelocatedFiles(CLAIMED, folder.toAbsolutePath()));
        Path description = folder.resolve("request.txt");
        for (String line : Files.exists(description) ? Files.readAllLines(description) : List.<String>of()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "file" -> files.add(words[1]);
                case "profile" -> profiles.add(words[1]);
                case "service" -> services.add(words[1]);
                case "name" -> request = request.withName(words[1]);
                case "env" -> variables.put(words[1].split("=", 2)[0], words[1].split("=", 2)[1]);
                case "without" -> request = request.withOptions(LoadOptions.DEFAULTS.interpolate(false));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return request.withFiles(files)
                .withProfiles(profiles)
                .withServices(services)
                .withEnvironment(Environment.shell(variables));
    }
}
