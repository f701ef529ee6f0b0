package dev.jcompose.config;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Attributes that are written otherwise than they are kept. */
final class Oddities {
    private static final Shape ENV_FILE = new Shape().filled("path").always("required").filled("format");
    private static final Shape DEVICE = new Shape().alwaysText("path", "").always("weight").hidden("rate");
    private static final Shape RATE = new Shape().alwaysText("path", "").alwaysText("rate", "0").hidden("weight");
    private static final Set<String> RATES = Set.of("device_read_bps", "device_read_iops", "device_write_bps",
            "device_write_iops");
    private static final Shape BLOCK_IO = new Shape().filled("weight")
            .list("weight_device", DEVICE)
            .list("device_read_bps", RATE)
            .list("device_read_iops", RATE)
            .list("device_write_bps", RATE)
            .list("device_write_iops", RATE);

    private Oddities() {
    }

    /**
     * An agent or a key of {@code build.ssh}: {@code default}, or {@code ID: PATH}.
     *
     * @throws InvalidProjectException
     *             in JSON, for a key with a path: docker compose has no form for it either
     */
    static Node ssh(Node node, Format format) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, Node> keys = new TreeMap<>();
        mapping.entries().forEach((id, entry) -> {
            String path = entry.value() instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
            if (!path.isEmpty() && format == Format.JSON) {
                throw new InvalidProjectException(Problem.error(entry.value().position(), YamlPath.of("build", "ssh"),
                        "a key with a path cannot be written as JSON", "print YAML"));
            }
            keys.put(id, Scalar.string(path.isEmpty() ? id : id + ": " + path, entry.value().origin()));
        });
        return Sequence.of(List.copyOf(keys.values()), node.origin());
    }

    /** One number for both limits, or both; JSON leaves out zeros. */
    static Node ulimit(Node node, Format format) {
        if (node instanceof Scalar scalar && !Long.valueOf(0).equals(scalar.value())) {
            return node;
        }
        Mapping limits = node instanceof Mapping mapping ? mapping : Mapping.empty(node.origin());
        Shape shape = format == Format.YAML ? new Shape().always("soft hard") : new Shape().filled("soft hard");
        return shape.arrange(Mapping.of(pick(limits, "soft", "hard"), node.origin()), format);
    }

    /** Only a path for files that must be there. */
    static Node envFiles(Node node, Format format) {
        return Shape.items(node, (item, to) -> {
            if (!(item instanceof Mapping file)) {
                return item;
            }
            boolean required = !(file.get("required") instanceof Scalar flag) || Boolean.TRUE.equals(flag.value());
            Node path = file.get("path");
            if (required && path != null) {
                return path;
            }
            return ENV_FILE.arrange(to == Format.YAML ? file.without("format") : file, to);
        }, format);
    }

    /** The names of device attributes begin with a capital in JSON. */
    static Node blockIo(Node node, Format format) {
        Node arranged = BLOCK_IO.arrange(node, format);
        if (format == Format.YAML || !(arranged instanceof Mapping mapping)) {
            return arranged;
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key,
                RATES.contains(key) || key.equals("weight_device")
                        ? new Mapping.Entry(entry.keyPosition(),
                                Shape.items(entry.value(), (item, to) -> capitals(item), format))
                        : entry));
        return mapping.withEntries(entries);
    }

    /** A resource of which nothing is said has only defaults. */
    static Node object(Node node) {
        return node instanceof Scalar ? Mapping.empty(node.origin()) : node;
    }

    /** What a secret is, is never shown. */
    static Node withoutContent(Node node) {
        return node instanceof Mapping secret ? secret.without("content") : node;
    }

    /** A config that is read from the environment shows the variable, not its value. */
    static Node withoutCopy(Node node) {
        return node instanceof Mapping config && config.get("environment") != null ? config.without("content") : node;
    }

    private static Node capitals(Node node) {
        if (!(node instanceof Mapping device)) {
            return node;
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        device.entries().forEach((key, entry) -> entries.put(
                key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1), entry));
        return device.withEntries(entries);
    }

    private static Map<String, Mapping.Entry> pick(Mapping mapping, String... keys) {
        Map<String, Mapping.Entry> picked = new LinkedHashMap<>();
        for (String key : keys) {
            Mapping.Entry entry = mapping.entries().get(key);
            if (entry != null) {
                picked.put(key, entry);
            }
        }
        return picked;
    }
}
