package dev.jcompose.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Loads the recorded cases of {@code shared/conformance}, which are beside the repository and not in it, in this
 * JVM. What is found is written to {@code target/conformance.txt}. {@code -Dconformance.cases=FOLDER} takes cases from
 * elsewhere.
 */
class ConformanceTest {

    @Test
    void every_recorded_case_loads_as_recorded() throws IOException {
        Path cases = cases();
        assumeTrue(cases != null, "there is no shared/conformance beside the repository");
        Map<String, String> failures = new TreeMap<>();
        List<String> passed = new ArrayList<>();
        try (Stream<Path> folders = Files.list(cases)) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("case.json"))).sorted().toList()) {
                String difference = new ConformanceCase(folder).difference();
                String name = String.valueOf(folder.getFileName());
                if (difference == null) {
                    passed.add(name);
                } else {
                    failures.put(name, difference);
                }
            }
        }
        StringBuilder report = new StringBuilder();
        failures.forEach((name, difference) -> report.append(name).append(": ").append(difference).append('\n'));
        report.append(passed.size()).append(" passed, ").append(failures.size()).append(" failed\n");
        Files.writeString(Path.of("target", "conformance.txt"), report);
        failures.keySet().removeAll(differing());
        assertEquals(Map.of(), failures);
    }

    /** Cases in which this program differs, one a line; what follows a name says why. */
    private static List<String> differing() throws IOException {
        try (InputStream list = Objects
                .requireNonNull(ConformanceTest.class.getResourceAsStream("/conformance-differences.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split(" ", 2)[0])
                    .toList();
        }
    }

    private static @Nullable Path cases() throws IOException {
        String given = System.getProperty("conformance.cases");
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path cases = folder.resolve("shared/conformance/cases");
            if (Files.isDirectory(cases)) {
                return cases.toRealPath();
            }
        }
        return null;
    }
}
