package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.template.Variables;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what a project means without writing it: the default network, names of resources, dependencies that links and
 * shared namespaces imply, and values of variables that only their name is given of.
 */
public final class Implicit {
    private static final Origin NOWHERE = Origin.at(Position.DEFAULT);

    private final String project;
    private final Variables lookup;

    private Implicit(String project, Variables lookup) {
        this.project = project;
        this.lookup = lookup;
    }

    /**
     * The merged tree, with defaults and absolute paths.
     *
     * @param project
     *            the project's name
     * @param lookup
     *            knows the variables of the project's environment
     */
    public static Mapping of(Mapping tree, String project, Variables lookup) {
        return new Implicit(project, lookup).complete(tree);
    }

    private Mapping complete(Mapping tree) {
        Map<String, Mapping.Entry> sections = new LinkedHashMap<>(tree.entries());
        sections.put("name", new Mapping.Entry(tree.keyPosition("name"), name(tree)));
        each(sections, "services", (key, service) -> service instanceof Mapping mapping ? service(mapping) : service);
        DefaultNetwork.add(sections, tree.origin());
        for (String kind : new String[]{"networks", "volumes", "configs", "secrets"}) {
            each(sections, kind, this::named);
        }
        return tree.withEntries(sections);
    }

    private Node name(Mapping tree) {
        Node written = tree.get("name");
        return Scalar.string(project, written == null ? NOWHERE : written.origin());
    }

    private Node service(Mapping service) {
        Map<String, Mapping.Entry> attributes = new LinkedHashMap<>(service.entries());
        change(attributes, "pull_policy", policy -> policy instanceof Scalar scalar
                && "if_not_present".equals(scalar.value()) ? Scalar.string("missing", scalar.origin()) : policy);
        change(attributes, "build", this::build);
        change(attributes, "environment", environment -> variables(environment, true));
        change(attributes, "volumes", Implicit::mounts);
        change(attributes, "pre_start", hooks -> preStart(hooks, service.get("image")));
        DefaultNetwork.join(attributes);
        ImpliedDependencies.add(attributes, service.origin());
        return service.withEntries(attributes);
    }

    private Node build(Node node) {
        if (!(node instanceof Mapping build)) {
            return node;
        }
        Map<String, Mapping.Entry> attributes = new LinkedHashMap<>(build.entries());
        absent(attributes, "context", ".", build.origin());
        if (isUnset(build.get("dockerfile_inline"))) {
            absent(attributes, "dockerfile", "Dockerfile", build.origin());
        }
        change(attributes, "args", arguments -> variables(arguments, false));
        return build.withEntries(attributes);
    }

    /** Variables of which only the name is written take the environment's value; with none, they stay or go. */
    private Node variables(Node node, boolean keep) {
        return switch (node) {
            case Mapping mapping -> {
                MappingBuilder resolved = new MappingBuilder();
                mapping.entries().forEach((name, entry) -> {
                    Node value = isUnset(entry.value()) ? value(name, entry.value().origin()) : entry.value();
                    if (value != null || keep) {
                        resolved.put(name, entry.keyPosition(), value == null ? entry.value() : value);
                    }
                });
                yield mapping.withEntries(resolved.entries());
            }
            case Sequence sequence -> sequence.withItems(sequence.items()
                    .stream()
                    .map(item -> item instanceof Scalar scalar ? pair(scalar) : item)
                    .filter(item -> keep || !(item instanceof Scalar scalar) || scalar.text().indexOf('=') >= 0)
                    .toList());
            case Scalar scalar -> scalar;
        };
    }

    private Scalar pair(Scalar item) {
        boolean bare = item.isString() && item.text().indexOf('=') < 0;
        Variables.Value value = bare ? lookup.find(item.text()) : null;
        return value == null
                ? item
                : Scalar.string(item.text() + "=" + value.value(), used(item.text(), value, item.origin()));
    }

    private @Nullable Node value(String name, Origin origin) {
        Variables.Value value = lookup.find(name);
        return value == null ? null : Scalar.string(value.value(), used(name, value, origin));
    }

    private static Origin used(String name, Variables.Value value, Origin origin) {
        return origin.using(List.of(new VariableUse(name, value.value(), value.source())));
    }

    /** Hooks without an image of their own run in the service's. */
    private static Node preStart(Node node, @Nullable Node image) {
        if (!(node instanceof Sequence hooks) || image == null || isUnset(image)) {
            return node;
        }
        return hooks.withItems(hooks.items()
                .stream()
                .map(item -> item instanceof Mapping hook && isUnset(hook.get("image"))
                        ? hook.with("image", image)
                        : item)
                .toList());
    }

    private static Node mounts(Node node) {
        if (!(node instanceof Sequence mounts)) {
            return node;
        }
        return mounts.withItems(mounts.items().stream().map(Implicit::mount).toList());
    }

    private static Node mount(Node node) {
        if (!(node instanceof Mapping mount) || !(mount.get("target") instanceof Scalar target)) {
            return node;
        }
        String clean = target.text().isEmpty() ? "." : CleanPath.clean(target.text());
        return clean.equals(target.text()) ? node : mount.with("target", Scalar.string(clean, target.origin()));
    }

    private Node named(String key, Node node) {
        Mapping resource = node instanceof Mapping mapping ? mapping : Mapping.empty(node.origin());
        if (!isUnset(resource.get("name"))) {
            return resource;
        }
        boolean external = resource.get("external") instanceof Scalar scalar && "true".equals(scalar.text());
        return resource.with("name", Scalar.string(external ? key : project + "_" + key, resource.origin()));
    }

    /** What a change of one entry of a section gives. */
    private interface EntryChange {
        Node apply(String key, Node value);
    }

    private static void each(Map<String, Mapping.Entry> sections, String section, EntryChange change) {
        change(sections, section, node -> {
            if (!(node instanceof Mapping mapping)) {
                return node;
            }
            MappingBuilder changed = new MappingBuilder();
            mapping.entries().forEach((key, entry) -> changed.put(key, entry.keyPosition(),
                    change.apply(key, entry.value())));
            return mapping.withEntries(changed.entries());
        });
    }

    private static void change(Map<String, Mapping.Entry> entries, String key, UnaryOperator<Node> change) {
        entries.computeIfPresent(key,
                (name, entry) -> new Mapping.Entry(entry.keyPosition(), change.apply(entry.value())));
    }

    private static void absent(Map<String, Mapping.Entry> entries, String key, String value, Origin origin) {
        Mapping.@Nullable Entry entry = entries.get(key);
        if (entry == null || isUnset(entry.value())) {
            entries.put(key, new Mapping.Entry(origin.position(), Scalar.string(value, origin)));
        }
    }

    static boolean isUnset(@Nullable Node node) {
        return node == null || (node instanceof Scalar scalar && scalar.isNull());
    }
}
