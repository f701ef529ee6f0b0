package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells offer: in the answer of the hidden command that they ask, and in shells that run their script. */
class CompletionTest {
    private static final String PROJECT = """
            services:
              web: {image: 'busybox:latest', volumes: ['data:/data']}
              worker: {image: 'busybox:latest'}
              extra: {image: 'busybox:latest', profiles: [tools]}
            volumes: {data: {}}
            """;

    @TempDir
    Path folder = Path.of("");

    private Cli cli = new Cli(folder);

    @BeforeEach
    void a_project() throws IOException {
        cli = new Cli(folder).file("compose.yaml", PROJECT);
    }

    /** The words that may follow, joined, and the directive; without what they mean. */
    private String offered(String line) {
        String[] words = Stream.concat(Stream.of("__completeNoDesc"), Stream.of(line.split(" ", -1)))
                .toArray(String[]::new);
        Cli.Result result = cli.run(words);
        assertEquals(0, result.code(), result.err());
        return String.join(" ", result.out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "up w                     | web worker :4",
            "up web w                 | worker :4",
            "--profile tools up ''    | extra web worker :4",
            "--profile ''             | tools :4",
            "up --pull ''             | always missing never :4",
            "up --pull=m              | --pull=missing :4",
            "up --scale we            | web= :6",
            "scale we                 | web= :6",
            "up --no-re               | --no-recreate :4",
            "--progr                  | --progress :4",
            "--progress j             | json :4",
            "cp we                    | web: :2",
            "exec we                  | web :4",
            "exec web l               | :0",
            "exec -T we               | web :4",
            "up --allow-data-loss ''  | data :4",
            "bridge transformations c | create :4",
            "help bridge tr           | transformations :4",
            "completion b             | bash :4",
            "compose up wo            | worker :4",
            "kill -s SIGU             | SIGUSR1 SIGUSR2 :4",
            "-f ''                    | :0",
            "-f gone.yaml up ''       | :4",
            "-f - up ''               | :4",
            "nosuch ''                | :4",
            "vers                     | version :4"})
    void offers_what_may_follow(String line, String wanted) {
        assertEquals(wanted, offered(line.replace("''", "")));
    }

    @Test
    void offers_projects_by_name() {
        cli.engine.addImage("busybox:latest");
        cli.run("-p", "shop-of-completion", "up", "-d");

        assertEquals("shop-of-completion :4", offered("-p shop"));
    }

    @Test
    void tells_what_words_mean_to_those_who_show_it() {
        assertTrue(cli.run("__complete", "pul").out().startsWith("pull\tFetch the images of services\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "powershell"})
    void has_a_script_for_each_shell(String shell) {
        Cli.Result result = cli.run("completion", shell);

        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains(" __complete"), result.out());
    }

    @Test
    void works_in_bash() throws Exception {
        String asked = """
                source completion
                ask() { COMP_LINE=$1 COMP_POINT=${#1}; _jcompose 2>/dev/null; echo "${COMPREPLY[@]}"; }
                ask './jcompose up wo'
                ask './jcompose up --pull=al'
                ask './jcompose --profile tools up ex'
                """;
        assertEquals("worker\nalways\nextra\n", inShell("bash", "--norc", "-c", asked));
    }

    @Test
    void works_in_fish() throws Exception {
        String asked = """
                source completion
                complete -C './jcompose up wo'
                complete -C './jcompose up --pull al'
                complete -C './jcompose pul'
                """;
        assertEquals("worker\nalways\npull\tFetch the images of services\n",
                inShell("fish", "--no-config", "-c", asked));
    }

    /** What a shell prints that finds the script as {@code completion} and the program as {@code jcompose}. */
    private String inShell(String... command) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("completion"), cli.run("completion", command[0]).out());
        Path program = Files.writeString(folder.resolve("jcompose"), "#!/bin/sh\nexec '"
                + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' dev.jcompose.Main \"$@\"\n");
        assertTrue(program.toFile().setExecutable(true));
        ProcessBuilder shell = new ProcessBuilder(List.of(command)).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        shell.environment().put("HOME", folder.toString());
        try {
            Process process = shell.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        } catch (IOException missing) {
            assumeTrue(false, "needs the shell " + command[0]);
            return "";
        }
    }
}
