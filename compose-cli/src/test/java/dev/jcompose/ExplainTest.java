package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void shop() throws IOException {
        cli = new Cli(folder).file("compose.yaml", """
                name: shop
                services:
                  web: {image: "web:${TAG:-1}", command: [a, "b\\nc"]}
                  spare: {image: spare, profiles: [never]}
                """).file("compose.override.yaml", """
                services:
                  web: {image: "web:${VERSION}"}
                """).file("more.env", "VERSION=7\n");
    }

    @Test
    void places_and_variables_are_told_in_order() {
        assertEquals(new Cli.Result(0, """
                services.web.image: web:7
                  compose.yaml:3:16           web:1
                    variable TAG = "1", the default in the expression
                  compose.override.yaml:2:16  web:7
                    variable VERSION = "7", from more.env:1
                """, ""), cli.run("--env-file", "more.env", "config", "--explain", "services.web.image"));
    }

    @Test
    void several_values_are_told_one_by_one() {
        assertEquals(new Cli.Result(0, """
                services.web.command[0]: a
                  compose.yaml:3:43  a

                services.web.command[1]: b …
                  compose.yaml:3:46  b …
                """, ""), cli.run("--env-file", "more.env", "config", "--explain", "services.web.command"));
    }

    @Test
    void what_takes_no_part_can_be_explained_too() {
        assertEquals("""
                services.spare.image: spare
                  compose.yaml:4:18  spare
                """, cli.run("config", "--explain", "services.spare.image").out());
        assertEquals("""
                networks.default.name: shop_default
                  by default  shop_default
                """, cli.run("config", "--explain", "networks.default.name").out());
    }

    @Test
    void json_says_the_same() {
        assertEquals(
                """
                        {"path":"services.spare.image","value":"spare","leaves":[{"path":"services.spare.image","value":"spare",\
                        "places":[{"file":"compose.yaml","line":4,"column":18,"value":"spare","through":[],"variables":[]}]}]}
                        """,
                cli.run("config", "--explain", "services.spare.image", "--format", "json").out());
    }

    @Test
    void an_unknown_path_is_an_error() {
        assertEquals(
                new Cli.Result(1, "",
                        "services.spar: no 'spar' in services; did you mean 'spare'? defined: spare, web\n"),
                cli.run("--env-file", "more.env", "config", "--explain", "services.spar"));
    }
}
