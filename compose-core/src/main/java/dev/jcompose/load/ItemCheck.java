package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds items of a service's lists and mappings that lack what tells them apart, or are of a type nobody can use. */
final class ItemCheck {
    private final Mapping service;
    private final Site at;

    private ItemCheck(Mapping service, Site at) {
        this.service = service;
        this.at = at;
    }

    static void of(Mapping service, Site at) {
        ItemCheck check = new ItemCheck(service, at);
        check.targets("volumes", "add target, a path in the container");
        check.targets("devices", "add target, a path in the container");
        check.targets("ports", "add target, a port of the container");
        check.groups();
        check.whole(service.get("expose"), at.key("expose"));
        check.ulimits(service.get("ulimits"), at.key("ulimits"));
        check.ulimits(Tree.get(service, "build", "ulimits"), at.key("build").key("ulimits"));
        check.storageOptions();
    }

    private void targets(String attribute, String hint) {
        List<Node> items = Tree.items(service.get(attribute));
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Mapping item && isNone(item.get("target"))) {
                at.key(attribute).index(i).error(item, "no target", hint);
            }
        }
    }

    private static boolean isNone(@Nullable Node target) {
        return !(target instanceof Scalar scalar) || scalar.isNull() || "".equals(scalar.value());
    }

    /** The schema tells equal values only; a group's number may be written as a text, too. */
    private void groups() {
        Map<String, Scalar> seen = new HashMap<>();
        List<Node> groups = Tree.items(service.get("group_add"));
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i) instanceof Scalar group) {
                Scalar other = seen.putIfAbsent(Tree.text(group), group);
                if (other != null && other.isString() != group.isString()) {
                    at.key("group_add").index(i).error(group, "'" + group.text() + "' is listed twice",
                            "remove one of them");
                }
            }
        }
    }

    private void ulimits(@Nullable Node limits, Site place) {
        Tree.entries(limits).forEach((name, entry) -> whole(entry.value(), place.key(name)));
    }

    private void whole(@Nullable Node node, Site place) {
        switch (node) {
            case Scalar scalar when scalar.value() instanceof Double ->
                place.error(scalar, "must be a whole number, not " + scalar.text(), "write it without a fraction");
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    whole(sequence.items().get(i), place.index(i));
                }
            }
            case null, default -> {
                // of another type, which the schema has looked at
            }
        }
    }

    private void storageOptions() {
        Tree.entries(service.get("storage_opt")).forEach((name, entry) -> {
            if (entry.value() instanceof Scalar value && value.value() instanceof Boolean) {
                at.key("storage_opt").key(name).error(value, "must be a string, not " + value.text(),
                        "put it in quotes: \"" + value.text() + "\"");
            }
        });
    }
}
