package dev.jcompose.load;

import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
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
        } else if (Integer.parseInt(version.group(1)) >= LATER) {
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

    private static void later(@Nullable Node owner, String attribute, YamlPath at, boolean all, LoadContext context) {
        if (all || !(owner instanceof Mapping mapping) || !mapping.keys().contains(attribute)
                || context.acceptsLater(mapping.keyPosition(attribute).file())) {
            return;
        }
        context.problems().add(Problem.error(mapping.keyPosition(attribute), at.key(attribute), "not supported",
                "docker compose 2.40 does not read it; remove it, or add x-jcompose: {specification: 5} to the file"));
    }
}
