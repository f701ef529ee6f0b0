package dev.jcompose.load;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    private static final PathBase BASE = PathBase.of("/project", "/home/me");

    @ParameterizedTest
    @CsvSource({"./ctx,/project/ctx", "../up/./x//y,/up/x/y", "~/ctx,/home/me/ctx", "/abs,/abs",
            "https://github.com/a/b.git#main,https://github.com/a/b.git#main", "git@host:a.git,git@host:a.git",
            "docker-image://x,docker-image://x", "service:base,service:base"})
    void a_build_context_is_a_folder_or_remote(String written, String resolved) {
        assertEquals(resolved, text("services: {web: {build: {context: '" + written + "'}}}", "build", "context"));
    }

    @ParameterizedTest
    @CsvSource({"./data,/project/data", "C:\\data,C:\\data", "c:/data,c:/data", "\\\\host\\share,\\\\host\\share",
            "~,/home/me"})
    void the_source_of_a_bind_may_be_a_path_of_Windows(String written, String resolved) {
        Mapping tree = read("services: {web: {volumes: [{type: bind, source: '" + written + "', target: /x}]}}");
        YamlPath source = YamlPath.of("services", "web", "volumes").index(0).key("source");
        assertEquals(resolved, node(tree, source).text());
    }

    @Test
    void a_volume_that_is_a_bind_in_disguise_has_an_absolute_device() {
        Mapping tree = read("volumes: {v: {driver: local, driver_opts: {o: bind, device: ./data}}}");
        YamlPath device = YamlPath.of("volumes", "v", "driver_opts", "device");
        assertEquals("/project/data", node(tree, device).text());
    }

    @ParameterizedTest
    @CsvSource({"/project,../src,/linked/src", "base,../src,src", "base,'',''"})
    void links_of_watched_paths_are_followed_once_they_are_absolute(String folder, String written, String resolved) {
        PathBase base = new PathBase(folder, null, reference -> false, path -> "/linked" + path);
        String yaml = "services: {web: {develop: {watch: [{path: '" + written + "'}]}}}";
        Mapping tree = read(yaml, base);
        YamlPath path = YamlPath.of("services", "web", "develop", "watch").index(0).key("path");
        assertEquals(resolved, node(tree, path).text());
    }

    @Test
    void a_path_keeps_its_position() {
        Mapping tree = read("services:\n  web:\n    env_file:\n      - path: a.env\n");
        YamlPath path = YamlPath.of("services", "web", "env_file").index(0).key("path");
        assertEquals(new Position("compose.yaml", 4, 15), node(tree, path).position());
        assertEquals("/project/a.env", node(tree, path).text());
    }

    private static String text(String yaml, String... keys) {
        YamlPath path = YamlPath.of("services", "web");
        for (String key : keys) {
            path = path.key(key);
        }
        return node(read(yaml), path).text();
    }

    private static Scalar node(Mapping tree, YamlPath path) {
        return (Scalar) requireNonNull(tree.at(path));
    }

    private static Mapping read(String yaml) {
        return read(yaml, BASE);
    }

    private static Mapping read(String yaml, PathBase base) {
        var documents = YamlReader.read("compose.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return Paths.of((Mapping) List.copyOf(documents).getFirst(), base, new Problems());
    }
}
