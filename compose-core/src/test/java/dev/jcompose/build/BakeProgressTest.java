package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BakeProgressTest {
    private final List<String> told = new ArrayList<>();
    private final BakeProgress progress = new BakeProgress(Map.of("a_b", "a.b", "c", "c"), new ImageBuilder.Sink() {
        @Override
        public void progress(String target, String part, String status) {
            told.add(target + " | " + part + " | " + status);
        }

        @Override
        public void output(String target, String line) {
            told.add(target + " > " + line);
        }
    }, false);

    @Test
    void tells_how_far_each_step_is_and_what_it_writes() {
        progress.line("""
                {"vertexes":[{"digest":"d1","name":"[a_b 1/2] RUN make","started":"2026-01-01T00:00:00Z"}]}""");
        progress.line(
                """
                        {"logs":[{"vertex":"d1","stream":1,"data":"b25lCnR3"},{"vertex":"d1","stream":1,"data":"bw0KdGhyZWU="}]}""");
        progress.line("""
                {"vertexes":[{"digest":"d1","name":"[c 1/2] RUN make","started":"x","completed":"y"}]}""");
        progress.line(
                """
                        {"vertexes":[{"digest":"d2","name":"[c 2/2] COPY . .","started":"x","completed":"y","cached":true}]}""");
        progress.end();

        assertEquals(List.of("a.b | [a_b 1/2] RUN make | running", "a.b > one", "a.b > two",
                "a.b | [a_b 1/2] RUN make | done", "c | [c 2/2] COPY . . | cached", "a.b > three"), told);
    }

    @Test
    void a_failure_names_the_step_that_failed_first_of_itself() {
        progress.line("""
                {"vertexes":[{"digest":"d1","name":"[a_b 1/2] RUN make","error":"exit code: 1: context canceled"}]}""");
        progress.line("""
                {"vertexes":[{"digest":"d2","name":"[c 2/2] RUN false","started":"x"}]}""");
        progress.line("""
                {"logs":[{"vertex":"d2","stream":2,"data":"b2ggbm8K"}]}""");
        progress.line("""
                {"vertexes":[{"digest":"d2","name":"[c 2/2] RUN false","error":"did not complete: exit code: 1"}]}""");
        progress.line("ERROR: target c: failed to solve");

        BuildFailedException failure = progress.failure(1);

        assertEquals("c", failure.service());
        assertEquals("c: [c 2/2] RUN false: did not complete: exit code: 1\n  oh no", failure.getMessage());
    }

    @Test
    void without_a_step_the_words_tell() {
        progress.line("WARNING: something");
        progress.line("ERROR: no builder \"x\" found");

        assertEquals("no builder \"x\" found\n  WARNING: something", progress.failure(1).getMessage());
    }

    @Test
    void garbage_does_no_harm() {
        progress.line("{\"vertexes\":[{");
        progress.line("{\"vertexes\":7}");
        progress.line("{\"logs\":[{\"vertex\":\"d\",\"data\":\"***\"}]}");
        progress.end();

        assertEquals(List.of(" > ***"), told);
    }
}
