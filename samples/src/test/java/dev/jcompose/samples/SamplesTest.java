package dev.jcompose.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.observe.Observation;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpPlan;
import dev.jcompose.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample loads, and what {@code up} would do stands in its {@code plan.txt} ({@code -Dgolden.update} writes it). */
class SamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "adminer", "first-format"})
    void plans_what_its_plan_file_says(String sample) throws IOException {
        String plan = UpPlan.of(load(sample).project(), Observation.NOTHING, UpOptions.DEFAULTS).toString();
        Path golden = Path.of(sample, "plan.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, plan);
        }

        assertEquals(Files.readString(golden), plan);
    }

    @Test
    void loads_todays_form_without_a_warning() {
        assertEquals(List.of(), load("guestbook").warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adminer", "first-format"})
    void says_once_that_a_form_is_old(String sample) {
        List<Problem> warnings = load(sample).warnings();

        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.getFirst().position().toString().contains("compose"), warnings.toString());
    }

    @Test
    void shows_its_library_example_in_the_readme_as_it_is_compiled() throws IOException {
        String source = Files.readString(
                Path.of("src", "test", "java", "dev", "jcompose", "samples", "LibraryExample.java"));
        String body = source.substring(source.indexOf("public final class"));

        assertTrue(Files.readString(Path.of("..", "README.md")).contains(body), "README.md must contain:\n" + body);
    }

    private static LoadedProject load(String sample) {
        return ComposeLoader.load(LoadRequest.in(Path.of(sample)));
    }
}
