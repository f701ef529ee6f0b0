package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Traces;
import dev.jcompose.yaml.Via;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges each service of a document over the one that it extends, in the same document or in another file. Paths of
 * another file are put below its folder.
 */
final class Extends {
    private static final int MAX_CHAIN = 200;

    private final LoadContext context;
    private final Layer layer;
    private final Layers layers;
    private final Map<Path, Services> others = new HashMap<>();

    /** The services of one file, as written and as far as they are done. */
    private record Services(Path file, String name, Mapping written, Map<String, Node> done) {
        Services(Path file, String name, Mapping written) {
            this(file, name, written, new HashMap<>());
        }
    }

    /** A service on the way from the one that is asked for to the one at hand. */
    private record Step(Services in, String service) {
        Position position() {
            return in.written().keyPosition(service);
        }
    }

    Extends(LoadContext context, Layer layer, Layers layers) {
        this.context = context;
        this.layer = layer;
        this.layers = layers;
    }

    /** The document without any {@code extends}. */
    Mapping run(Mapping document, SourceFile file) {
        if (!(document.get("services") instanceof Mapping written) || written.entries()
                .values()
                .stream()
                .noneMatch(entry -> entry.value() instanceof Mapping service && service.get("extends") != null)) {
            return document;
        }
        Services services = new Services(file.path(), file.name(), written);
        int before = context.problems().errors().size();
        Mapping extended = EachEntry.in(document, "services",
                (name, node) -> resolve(services, name, node, List.of()));
        if (context.problems().errors().size() > before) {
            context.faults().missBases();
        }
        return extended;
    }

    private Node resolve(Services in, String name, Node written, List<Step> trail) {
        Node done = in.done().get(name);
        if (done == null) {
            Mapping service = written instanceof Mapping mapping ? mapping : null;
            Node extension = service == null ? null : service.get("extends");
            done = service == null || extension == null
                    ? written
                    : extended(new Step(in, name), service, extension, trail);
            in.done().put(name, done);
        }
        return done;
    }

    private Node extended(Step step, Mapping service, Node extension, List<Step> trail) {
        Mapping alone = service.without("extends");
        YamlPath path = YamlPath.of("services", step.service(), "extends");
        if (!(extension instanceof Mapping mapping) || !(mapping.get("service") instanceof Scalar reference)
                || !reference.isString()) {
            context.error(extension, path, "names no service", "write 'service:' and the name of one");
            return alone;
        }
        Services from = source(mapping.get("file"), step, path.key("file"));
        if (from == null) {
            return alone;
        }
        Node written = from.written().get(reference.text());
        if (written == null) {
            context.error(reference, path.key("service"), "no service '" + reference.text() + "' in " + from.name(),
                    Known.hint(reference.text(), from.written().keys()));
            return alone;
        }
        List<Step> way = new ArrayList<>(trail);
        way.add(step);
        if (isCycle(new Step(from, reference.text()), way, reference, path.key("service"))) {
            return alone;
        }
        return resolve(from, reference.text(), written, way) instanceof Mapping base
                ? merged(step.service(), base(base, extension), alone)
                : alone;
    }

    private @Nullable Services source(@Nullable Node file, Step step, YamlPath path) {
        if (file == null || (file instanceof Scalar absent && absent.isNull())) {
            return step.in();
        }
        if (file instanceof Scalar reference && reference.isString()) {
            return other(reference, path);
        }
        context.error(file, path, "must be the name of a file", "");
        return null;
    }

    private Mapping base(Mapping base, Node reference) {
        Mapping settled = Tags.settle(base);
        return context.options().trace()
                && Traces.through(settled, Via.Kind.EXTENDS, reference.position()) instanceof Mapping traced
                        ? traced
                        : settled;
    }

    private Mapping merged(String name, Mapping base, Mapping service) {
        Mapping merged = Merge.services(name, base, service, context.problems());
        context.allowance().hold(merged, service.position());
        return Marks.hasMarks(service) ? Marks.restore(merged, service) : merged;
    }

    private boolean isCycle(Step next, List<Step> way, Scalar reference, YamlPath path) {
        int first = 0;
        while (first < way.size() && !(way.get(first).in().file().equals(next.in().file())
                && way.get(first).service().equals(next.service()))) {
            first++;
        }
        if (first < way.size()) {
            List<Step> cycle = way.subList(first, way.size());
            context.error(reference, path, "services extend each other: "
                    + cycle.stream().map(s -> s.service() + " (" + s.position() + ")").collect(
                            Collectors.joining(" → "))
                    + " → " + next.service(), "remove one 'extends'");
            return true;
        }
        if (way.size() > MAX_CHAIN) {
            context.error(reference, path, "more than " + MAX_CHAIN + " services extend each other in a row", "");
            return true;
        }
        return false;
    }

    /** The services of another file; null, and a problem, if it has none. */
    private @Nullable Services other(Scalar reference, YamlPath path) {
        RemoteFile fetched = null;
        if (RemoteReference.is(reference.text())) {
            fetched = context.fetch(reference, path);
            if (fetched == null) {
                return null;
            }
        }
        Path file = fetched == null ? layer.resolve(reference.text()) : fetched.file();
        Services known = others.get(file);
        if (known != null) {
            return known;
        }
        int before = context.problems().errors().size();
        SourceFile source = new SourceFile(file, context.display(file), context.documents(file, reference, path));
        if (context.problems().errors().size() > before) {
            return null;
        }
        Mapping tree = Mapping.empty(Origin.at(reference.position()));
        for (Node document : source.documents()) {
            if (document instanceof Mapping mapping) {
                tree = Merge.files(tree, layers.canonical(mapping), context.problems());
            }
        }
        tree = Paths.of(Unique.of(tree),
                context.pathBase(fetched == null ? layer.relative(source.folder()) : fetched.root().toString()),
                context.problems());
        if (!(tree.get("services") instanceof Mapping written)) {
            context.error(reference, path, source.name() + " has no services", "");
            return null;
        }
        Services services = new Services(file, source.name(), written);
        others.put(file, services);
        return services;
    }
}
