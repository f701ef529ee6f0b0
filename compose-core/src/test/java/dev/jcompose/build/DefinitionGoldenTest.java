package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.env.Environment;
import dev.jcompose.json.JsonReader;
import dev.jcompose.json.JsonWriter;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Builds are defined as docker compose 2.40.3 defines them: beside each file lies what its {@code build --print} says,
 * without the label that has its version.
 */
class DefinitionGoldenTest {
    private static final BuildOptions ALL_PLATFORMS = new BuildOptions(false, false, false, false, true, Map.of(),
            List.of(), null, null, false, null, null);

    @TestFactory
    Stream<DynamicTest> as_docker_compose_does() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(getClass().getResource("/build/definitions"));
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder.toURI()))) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        assertTrue(files.size() >= 15, files.toString());
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> same(file)));
    }

    private static void same(Path file) throws Exception {
        String folder = String.valueOf(file.getParent());
        Project project = ComposeLoader.load(LoadRequest.of(file).withName("shop")
                .withEnvironment(Environment.of(Map.of("HOME", "/root"), "test"))).project();
        Action action = ImagePlan.builds(project, Observation.NOTHING,
                new ImageOptions(List.of(), false, null, true, false, ALL_PLATFORMS))
                .steps().getFirst().action();
        String ours = action instanceof Action.BuildImages build
                ? BakeDefinition.of(build.project(), build.targets(), build.options()).text()
                : "";
        String theirs = Files.readString(Path.of(file.toString().replace(".yaml", ".json")));

        assertEquals(normal(theirs), normal(ours.replace(folder, "FOLDER")));
    }

    private static String normal(String text) throws Exception {
        return JsonWriter.write(sorted(JsonReader.read(text)));
    }

    /** Orders and spellings that mean the same are made one. */
    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                members.forEach((key, member) -> {
                    if (!key.equals("com.docker.compose.version")) {
                        sorted.put(key.toString(), sorted(member));
                    }
                });
                yield sorted;
            }
            case List<?> items -> items.stream().map(DefinitionGoldenTest::sorted).map(String::valueOf)
                    .map(item -> item.replaceFirst("=$", "").replace("type=image,push=false", "type=image")).sorted()
                    .toList();
            case null -> null;
            default -> value;
        };
    }
}
