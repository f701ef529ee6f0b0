package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The short form of a service's {@code volumes}: {@code [SOURCE:]TARGET[:OPTIONS]}. A source that looks like a path is
 * a bind, whose folder is made where it is missing; any other is a volume's name.
 */
final class VolumeForm {
    private static final Set<String> PROPAGATIONS = Set.of("rprivate", "private", "rshared", "shared", "rslave",
            "slave");
    private static final String HINT = "write [SOURCE:]TARGET[:ro], such as \"./data:/var/lib/data\"";

    private VolumeForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || !scalar.isString()) {
            return node;
        }
        try {
            return parse(scalar.text(), scalar.origin());
        } catch (FormException wrong) {
            if (!at.lenient()) {
                at.error(node, wrong.getMessage(), HINT);
            }
            return node;
        }
    }

    /** Mounts are told apart by their target. */
    static @Nullable String key(Node item) {
        return item instanceof Mapping mount && mount.get("target") instanceof Scalar target ? target.text() : null;
    }

    private static Mapping parse(String spec, Origin origin) throws FormException {
        if (spec.isEmpty()) {
            throw new FormException("empty volume");
        }
        if (spec.length() <= 2) {
            return new MappingBuilder().put("type", "volume", origin).put("target", spec, origin).build(origin);
        }
        List<String> parts = parts(spec);
        if (parts.size() > 3) {
            throw new FormException("too many colons in '" + spec + "'");
        }
        if (parts.contains("")) {
            throw new FormException("nothing between two colons in '" + spec + "'");
        }
        String source = parts.size() == 1 ? "" : parts.get(0);
        String target = parts.get(parts.size() == 1 ? 0 : 1);
        List<String> options = parts.size() < 3 ? List.of() : List.of(parts.get(2).split(",", -1));
        boolean bind = isPath(source);
        MappingBuilder mount = new MappingBuilder().put("type", bind ? "bind" : "volume", origin)
                .put("source", source, origin)
                .put("target", CleanPath.clean(target), origin);
        if (options.lastIndexOf("ro") > options.lastIndexOf("rw")) {
            mount.put("read_only", true, origin);
        }
        MappingBuilder bindOptions = bindOptions(options, origin);
        if (bind) {
            mount.put("bind", origin.position(), bindOptions.put("create_host_path", true, origin).build(origin));
        } else if (!bindOptions.entries().isEmpty()) {
            mount.put("bind", origin.position(), bindOptions.build(origin));
        }
        if (!bind || options.contains("nocopy")) {
            mount.put("volume", origin.position(), new MappingBuilder()
                    .put("nocopy", options.contains("nocopy") ? Boolean.TRUE : null, origin)
                    .build(origin));
        }
        return mount.build(origin);
    }

    private static MappingBuilder bindOptions(List<String> options, Origin origin) {
        MappingBuilder bind = new MappingBuilder();
        for (String option : options) {
            if (PROPAGATIONS.contains(option)) {
                bind.put("propagation", option, origin);
            } else if (option.equals("z") || option.equals("Z")) {
                bind.put("selinux", option, origin);
            }
        }
        return bind;
    }

    /** Colons part, but neither the one after a drive's letter nor one inside of a variable. */
    private static List<String> parts(String spec) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int variables = 0;
        for (int i = 0; i < spec.length(); i++) {
            char c = spec.charAt(i);
            if (c == '$' && i + 1 < spec.length() && spec.charAt(i + 1) == '{') {
                variables++;
            } else if (c == '}' && variables > 0) {
                variables--;
            } else if (c == ':' && variables == 0 && !(i - start == 1 && Character.isLetter(spec.charAt(start)))) {
                parts.add(spec.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(spec.substring(start));
        return parts;
    }

    private static boolean isPath(String source) {
        if (source.isEmpty()) {
            return false;
        }
        return ".~/".indexOf(source.charAt(0)) >= 0 || source.startsWith("\\\\")
                || (source.length() > 1 && Character.isLetter(source.charAt(0)) && source.charAt(1) == ':');
    }
}
