package dev.jcompose.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.build.IgnoreRules;
import dev.jcompose.watch.WatchRule.Action;
import dev.jcompose.watch.WatchRule.Ignoring;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactionTest {
    private static WatchRule rule(String service, String root, Action action, List<String> ignore, String... include) {
        Path path = Path.of(root);
        return new WatchRule(service, path, action, action.copies() ? "/app" : null, null, false, include.length > 0,
                IgnoreRules.of(List.of(include)), List.of(new Ignoring(path, IgnoreRules.of(ignore))));
    }

    private static Reaction to(List<WatchRule> rules, String... paths) {
        return Reaction.to(Arrays.stream(paths).map(Path::of).toList(), rules);
    }

    @Test
    void a_file_goes_where_its_rule_says() {
        Reaction reaction = to(List.of(rule("web", "/src", Action.SYNC, List.of())), "/src/a/b", "/elsewhere/c");
        assertEquals(Map.of("web", Map.of("/app/a/b", Path.of("/src/a/b"))), reaction.sync());
        assertTrue(reaction.rebuild().isEmpty() && reaction.restart().isEmpty());
    }

    @Test
    void what_is_ignored_is_nobodys_affair_and_neither_is_what_is_in_it() {
        List<WatchRule> rules = List.of(rule("web", "/src", Action.SYNC, List.of("target", "**/*.log")));
        assertTrue(to(rules, "/src/target/x", "/src/target", "/src/a/b.log").isEmpty());
        assertTrue(rules.getFirst().skipsFolder(Path.of("/src/target")));
        assertTrue(rules.getFirst().skipsFolder(Path.of("/other")));
    }

    @Test
    void only_what_is_included_counts_where_something_is() {
        List<WatchRule> rules = List.of(rule("web", "/src", Action.REBUILD, List.of(), "*.json"));
        assertEquals(Set.of("web"), to(rules, "/src/package.json").rebuild());
        assertTrue(to(rules, "/src/a.js").isEmpty());
    }

    @Test
    void a_service_that_is_built_anew_needs_no_copies() {
        List<WatchRule> rules = List.of(rule("web", "/src", Action.SYNC_RESTART, List.of()),
                rule("web", "/src/pom.xml", Action.REBUILD, List.of()),
                rule("db", "/src/sql", Action.SYNC_RESTART, List.of()));
        Reaction reaction = to(rules, "/src/pom.xml", "/src/sql/a");
        assertEquals(Set.of("web"), reaction.rebuild());
        assertEquals(Set.of("db"), reaction.sync().keySet());
        assertEquals(Set.of("db"), reaction.restart());
    }

    @Test
    void a_watched_file_becomes_the_target_itself() {
        assertEquals(Map.of("web", Map.of("/app", Path.of("/a.conf"))),
                to(List.of(rule("web", "/a.conf", Action.SYNC, List.of())), "/a.conf").sync());
    }
}
