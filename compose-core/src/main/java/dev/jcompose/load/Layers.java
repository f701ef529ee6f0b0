package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.List;

/** Joins the documents of the files of one layer into a tree, later ones over earlier ones. */
final class Layers {
    private final LoadContext context;
    private final Layer layer;

    Layers(LoadContext context, Layer layer) {
        this.context = context;
        this.layer = layer;
    }

    /** The merged tree in canonical form, with defaults, and with absolute paths unless they are to stay. */
    Mapping join(List<SourceFile> files) {
        Mapping tree = Mapping.empty(Origin.at(Position.DEFAULT));
        for (SourceFile file : files) {
            for (Node document : file.documents()) {
                tree = add(tree, document, file);
            }
        }
        tree = context.faults().mend(Defaults.of(tree));
        Specification.check(tree, context);
        tree = Specification.told(tree);
        StructureCheck.of(tree, context.problems());
        if (context.options().resolvePaths() || !layer.inclusions().isEmpty()) {
            tree = Paths.of(tree, context.pathBase(layer.base()), context.problems());
        }
        return BareVariables.resolve(tree, layer.environment());
    }

    private Mapping add(Mapping tree, Node document, SourceFile file) {
        if (!(document instanceof Mapping written)) {
            context.error(document, YamlPath.ROOT, "a Compose file must be a mapping with keys such as 'services'",
                    "");
            return tree;
        }
        Mapping added = canonical(written);
        Node services = added.get("services");
        boolean none = services == null || (services instanceof Scalar scalar && scalar.isNull());
        if (!none && !(services instanceof Mapping)) {
            SchemaCheck.run(added, context.problems());
            return tree;
        }
        added = new Extends(context, layer, this).run(added, file);
        added = new Include(context, layer).run(added, file);
        Mapping merged = Unique.of(Merge.files(tree, added, context.problems()));
        context.allowance().hold(merged, document.position());
        SchemaCheck.run(merged, context.problems());
        return withoutVersion(merged);
    }

    /** A document with its variables replaced and its short forms expanded. */
    Mapping canonical(Mapping written) {
        Mapping document = FirstFormat.run(written, context);
        Mapping canonical = context.options().interpolate()
                ? Canonical.of(Interpolate.run(document, layer.environment(), context), context.problems())
                : Canonical.uninterpolated(document, context.problems());
        Specification.note(canonical, context);
        return canonical;
    }

    private Mapping withoutVersion(Mapping tree) {
        Node version = tree.get("version");
        if (version != null) {
            Position position = tree.keyPosition("version");
            context.warnOnce("version " + position.file(), () -> Problem.warning(position, YamlPath.of("version"),
                    "is obsolete and ignored", "remove it"));
        }
        return tree.without("version");
    }
}
