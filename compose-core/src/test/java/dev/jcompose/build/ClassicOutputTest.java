package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.engine.ImageProgress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicOutputTest {
    private final List<String> told = new ArrayList<>();
    private final ClassicOutput output = new ClassicOutput("web", new ImageBuilder.Sink() {
        @Override
        public void progress(String target, String part, String status) {
            told.add(part + ": " + status);
        }

        @Override
        public void output(String target, String line) {
            told.add(line);
        }
    }, false);

    private void read(String text) {
        output.accept(new ImageProgress("", "", null, null, text, null));
        output.end();
    }

    @Test
    void of_docker_is_told_by_step() {
        read("""
                Step 1/2 : FROM busybox
                 ---> 65b25fb804ef
                Step 2/2 : RUN echo hi
                 ---> Using cache
                 ---> 217c499ead73
                Successfully built 217c499ead73
                """);

        assertEquals(List.of("[web 1/2] FROM busybox: running", "[web 1/2] FROM busybox: done",
                "[web 2/2] RUN echo hi: running", "[web 2/2] RUN echo hi: cached"), told);
    }

    @Test
    void of_podman_is_told_by_stage_and_step() {
        read("""
                [1/2] STEP 1/2: FROM busybox AS first
                [1/2] STEP 2/2: RUN echo hi
                --> Using cache 217c499ead73190339ed28bc95e8fe5375588079ff83a8eeeb20fea9b393a543
                --> 217c499ead7
                [2/2] STEP 1/1: FROM first
                [2/2] COMMIT docker.io/library/web
                --> c95288e8d2e
                """);

        assertEquals(
                List.of("[web 1/2 1/2] FROM busybox AS first: running", "[web 1/2 1/2] FROM busybox AS first: done",
                        "[web 1/2 2/2] RUN echo hi: running", "[web 1/2 2/2] RUN echo hi: cached",
                        "[web 2/2 1/1] FROM first: running", "[web 2/2 1/1] FROM first: done"),
                told);
    }
}
