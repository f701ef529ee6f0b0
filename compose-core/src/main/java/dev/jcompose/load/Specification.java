package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which specification a file is written for. Files may use what docker compose 2.40 reads; one that says
 * {@code x-jcompose: {specification: 5}} may also use what came later.
 */
final class Specification {
    private static final String EXTENSION = "x-jcompose";
    private static final String KEY = "specification";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(\\.\\d+)*");
    private static final int LATER = 5;

    private Specification() {
    }

    /** Remembers whether the file that a document is from may use what came later. */
    static void note(Mapping document, LoadContext context) {
        if (!(Tree.get(document, EXTENSION, KEY) instanceof Scalar written)) {
            return;
        }
        Matcher version = VERSION.matcher(Tree.text(written));
        if (!version.matches()) {
            context.error(written, YamlPath.of(EXTENSION, KEY), "'" + Tree.text(written) + "' is no version",
                    "write 5 for what came after docker compose 2.40, or 2");
        } else if (isLater(written)) {
            context.acceptLater(written.position().file());
        }
    }

    /** Reports what came later, where neither the file that it is in nor one that this is merged with asks for it. */
    static void check(Mapping tree, LoadContext context) {
        boolean all = Tree.get(tree, EXTENSION, KEY) instanceof Scalar written
                && context.acceptsLater(written.position().file());
        Tree.entries(tree.get("services")).forEach((name, entry) -> {
            YamlPath at = YamlPath.of("services", name);
            later(entry.value(), "pre_start", at, all, context);
            later(Tree.get(entry.value(), "build"), "no_cache_filter", at.key("build"), all, context);
            List<Node> hooks = Tree.items(Tree.get(entry.value(), "pre_start"));
            for (int i = 0; i < hooks.size(); i++) {
                @Nullable
                Node each = Tree.get(hooks.get(i), "per_replica");
                if (each instanceof Scalar && Tree.text(each).equals("true")) {
                    context.error(each, at.key("pre_start").index(i).key("per_replica"), "is not supported",
                            "such a hook runs once for all replicas; remove it, or write false");
                }
            }
        });
    }

    /** The tree, saying that it uses what came later if it does: by itself it is one file, whoever asked for it. */
    static Mapping told(Mapping tree) {
        boolean uses = Tree.entries(tree.get("services")).values().stream().map(Mapping.Entry::value)
                .anyMatch(service -> Tree.get(service, "pre_start") != null
                        || Tree.get(service, "build", "no_cache_filter") != null);
        if (!uses || isLater(Tree.get(tree, EXTENSION, KEY))) {
            return tree;
        }
        Origin origin = Origin.at(Position.DEFAULT);
        Mapping own = tree.get(EXTENSION) instanceof Mapping written ? written : Mapping.empty(origin);
        return tree.with(EXTENSION, own.with(KEY, Scalar.of((long) LATER, origin)));
    }

    private static boolean isLater(@Nullable Node written) {
        Matcher version = VERSION.matcher(written instanceof Scalar scalar ? Tree.text(scalar) : "");
        return version.matches() && Integer.parseInt(version.group(1)) >= LATER;
    }

    private static void later(@Nullable Node owner, String attribute, YamlPath at, boolean all, LoadContext context) {
        if (all || !(owner instanceof Mapping mapping) || !mapping.keys().contains(attribute)
                || context.acceptsLater(mapping.keyPosition(attribute).file())) {
            return;
        }
        context.problems().add(Problem.error(mapping.keyPosition(attribute), at.key(attribute), "not supported",
                "docker compose 2.40 does not read it; remove it, or add x-jcompose: {specification: 5} to the file"));
    }
}
