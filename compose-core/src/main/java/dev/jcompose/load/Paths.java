package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.List;

/** Makes the paths in a canonical tree absolute: those of {@link Rules} that are paths, each after its kind. */
public final class Paths {
    private static final List<String> REMOTE_CONTEXTS = List.of("https://", "http://", "git://", "ssh://",
            "github.com/", "git@", "service:");

    private Paths() {
    }

    /** The tree with its paths below a folder. Binds without a source are reported. */
    public static Mapping of(Mapping tree, PathBase base, Problems problems) {
        Node resolved = Rewrite.topDown(tree, Rules.STANDARD.root(), Site.root(problems),
                (node, rule, at) -> rule.path() == null ? node : resolve(node, rule.path(), base, at));
        return resolved instanceof Mapping mapping ? mapping : tree;
    }

    private static Node resolve(Node node, PathKind kind, PathBase base, Site at) {
        return switch (kind) {
            case MOUNT -> node instanceof Mapping mount ? mount(mount, base, at) : node;
            case DEVICE -> node instanceof Mapping volume ? device(volume, base) : node;
            case LOCAL, FOREIGN, CONTEXT, RESOURCE, LINK ->
                node instanceof Scalar path && path.isString() ? scalar(path, kind, base) : node;
        };
    }

    private static Scalar scalar(Scalar path, PathKind kind, PathBase base) {
        String written = path.text();
        String resolved = switch (kind) {
            case LOCAL, MOUNT, DEVICE -> base.resolve(written);
            case FOREIGN -> foreign(written, base);
            case CONTEXT -> isRemoteContext(written) ? written : base.resolve(written);
            case RESOURCE -> base.remote().test(written) ? written : base.resolve(written);
            case LINK -> link(base.resolve(written), base);
        };
        return resolved.equals(written) ? path : Scalar.string(resolved, path.origin());
    }

    /** A path that is relative still is made absolute later; its links are followed then. */
    private static String link(String path, PathBase base) {
        return path.startsWith("/") ? base.links().apply(path) : path;
    }

    private static boolean isRemoteContext(String context) {
        return context.contains("://") || REMOTE_CONTEXTS.stream().anyMatch(context::startsWith);
    }

    private static String foreign(String written, PathBase base) {
        String expanded = base.expand(written);
        return expanded.startsWith("/") || WindowsPath.isAbsolute(expanded)
                ? expanded
                : CleanPath.join(base.directory(), expanded);
    }

    private static Mapping mount(Mapping mount, PathBase base, Site at) {
        if (!(mount.get("type") instanceof Scalar type) || !type.text().equals("bind")) {
            return mount;
        }
        if (!(mount.get("source") instanceof Scalar source)) {
            at.error(mount, "a bind without a source", "add source, a path on this machine");
            return mount;
        }
        return replace(mount, "source", source, base);
    }

    private static Mapping device(Mapping volume, PathBase base) {
        boolean bind = volume.get("driver") instanceof Scalar driver && driver.text().equals("local")
                && volume.get("driver_opts") instanceof Mapping options && options.get("o") instanceof Scalar kind
                && "bind".equals(kind.value());
        if (!bind || !(volume.get("driver_opts") instanceof Mapping options)
                || !(options.get("device") instanceof Scalar device)) {
            return volume;
        }
        return volume.with("driver_opts", replace(options, "device", device, base));
    }

    private static Mapping replace(Mapping mapping, String key, Scalar path, PathBase base) {
        Scalar resolved = path.isString() ? scalar(path, PathKind.FOREIGN, base) : path;
        return Rewrite.same(resolved, path) ? mapping : mapping.with(key, resolved);
    }
}
