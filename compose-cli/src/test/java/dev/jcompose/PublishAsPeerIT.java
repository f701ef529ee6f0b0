package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code publish} asks and refuses, beside docker compose: both end with the same exit code, whatever is answered.
 * The registry is one that nobody runs, so that 1 follows where all has been agreed to, and 0 where not.
 */
@Timeout(480)
class PublishAsPeerIT {
    private static final List<String> ANSWERS = List.of("", "n\n", "y\ny\ny\n");
    private static final List<String> OPTIONS = List.of("", "-y", "--with-env");

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void both_programs() throws Exception {
        cli = new EngineCli(folder).file("e.env", "A=1\n");
        Peer.assumePresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: busybox", "image: busybox, environment: {X: y}", "image: busybox, env_file: e.env",
            "image: busybox, volumes: ['./x:/x']", "image: busybox, command: run AKIAIOSFODNN7EXAMPLQ", "build: ."})
    void asks_for_the_same(String service) throws Exception {
        cli.file("compose.yaml", "services:\n  a: {" + service + "}\n");
        List<String> wanted = new ArrayList<>();
        List<String> got = new ArrayList<>();
        for (String answer : ANSWERS) {
            for (String option : OPTIONS) {
                List<String> words = new ArrayList<>(List.of("publish", "127.0.0.1:1/published:1"));
                if (!option.isEmpty()) {
                    words.add(1, option);
                }
                String[] line = words.toArray(String[]::new);
                String what = option + " answered with '" + answer.replace("\n", ",") + "': ";
                wanted.add(what + peer(answer, line));
                got.add(what + cli.runWithInput(answer, line).code());
            }
        }
        assertEquals(wanted, got);
    }

    private int peer(String answer, String... words) throws IOException, InterruptedException {
        return Peer.run(folder, Files.writeString(folder.resolve("answer"), answer), cli.line(words)).code();
    }
}
