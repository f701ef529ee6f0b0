package dev.jcompose.yaml;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Node.MergeTag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds nodes from parse events. An alias yields the node of its anchor itself, so that memory grows with what is
 * written, while {@link #expanded} counts what the tree would be without sharing, because later stages walk it so.
 */
final class NodeBuilder {
    static final int MAX_DEPTH = 250;
    static final int MAX_WRITTEN = 250_000;
    static final int MAX_EXPANDED = 1_000_000;
    private static final int MOST_NAMES = 10;

    private final String file;
    private final Wording wording;
    private final Iterator<Event> events;
    private final boolean traced;
    private final Problems problems;
    /** As Go's reader has it, what one document names the next ones can refer to. */
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long written;
    private long expanded;
    private int resets;
    private int discarded;

    /** What a name stands for; the node is null while it is being built. */
    private record Anchored(@Nullable Node node, long size) {}

    NodeBuilder(String file, Wording wording, Iterator<Event> events, boolean traced, Problems problems) {
        this.file = file;
        this.wording = wording;
        this.traced = traced;
        this.events = events;
        this.problems = problems;
    }

    List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                checkVersion(start);
                documents.add(node(events.next(), 1, false));
            }
        }
        return documents;
    }

    private void checkVersion(DocumentStartEvent start) {
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent() && (version.get().getMajor() != 1 || version.get().getMinor() != 1)) {
            problems.add(Problem.error(position(start), YamlPath.ROOT,
                    "a %YAML directive may only name version 1.1", "remove the directive"));
        }
    }

    private Node node(Event event, int depth, boolean overridden) {
        if (depth > MAX_DEPTH) {
            throw fatal(event, "nested more than " + MAX_DEPTH + " levels deep", "");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        count(event, 1);
        if (++written > MAX_WRITTEN) {
            throw fatal(event, "more than " + MAX_WRITTEN + " values in one file", "split the file");
        }
        long before = expanded;
        int resetsBefore = resets;
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(a -> a.getValue());
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        Node node = event instanceof ScalarEvent scalar
                ? Scalars.of(scalar, wording, Origin.at(position(event)), overridden, problems)
                : collection((CollectionStartEvent) event, depth, overridden);
        if (node.mergeTag() == MergeTag.RESET) {
            resets++;
        }
        if (anchor.isPresent()) {
            Node shared = resets == resetsBefore ? node : Merges.withoutResets(node);
            anchors.put(anchor.get(), new Anchored(shared, expanded - before + 1));
        }
        return node;
    }

    private Node alias(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        Node node = anchored == null ? null : anchored.node();
        if (anchored == null || node == null) {
            if (anchored != null && discarded > 0) {
                return Scalar.of(null, Origin.at(position(alias)));
            }
            problems.add(anchored == null
                    ? Problem.error(position(alias), YamlPath.ROOT, "no anchor '&" + name + "' before this alias",
                            undefined(name))
                    : Problem.error(position(alias), YamlPath.ROOT,
                            "the value of anchor '&" + name + "' contains itself", "remove this alias"));
            count(alias, 1);
            return Scalar.of(null, Origin.at(position(alias)));
        }
        count(alias, anchored.size());
        return traced ? Traces.through(node, Via.Kind.ALIAS, position(alias)) : node;
    }

    private Node collection(CollectionStartEvent event, int depth, boolean overridden) {
        Origin origin = Origin.at(position(event));
        MergeTag tag = overridden ? MergeTag.NONE : Scalars.mergeTag(event.getTag().orElse(""));
        boolean inside = overridden || tag == MergeTag.OVERRIDE;
        discarded += tag == MergeTag.RESET ? 1 : 0;
        Node node = event instanceof MappingStartEvent
                ? mapping(origin, depth, inside)
                : sequence(origin, depth, inside);
        discarded -= tag == MergeTag.RESET ? 1 : 0;
        return tag == MergeTag.RESET ? Scalar.of(null, origin).withMergeTag(MergeTag.RESET) : node.withMergeTag(tag);
    }

    private Node sequence(Origin origin, int depth, boolean overridden) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Node item = node(event, depth + 1, overridden);
            if (item.mergeTag() != MergeTag.RESET) {
                items.add(item);
            }
        }
        return Sequence.of(items, origin);
    }

    private Node mapping(Origin origin, int depth, boolean overridden) {
        MappingEntries entries = new MappingEntries(problems);
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1, true);
            Position keyPosition = position(event);
            boolean merge = event instanceof ScalarEvent scalar && isMerge(scalar);
            entries.put(key, keyPosition, merge, node(events.next(), depth + 1, overridden));
        }
        return Mapping.of(entries.merged(), origin);
    }

    private static boolean isMerge(ScalarEvent key) {
        return key.getValue().equals("<<") && (key.getTag().isEmpty()
                ? key.isPlain()
                : key.getTag().get().equals("tag:yaml.org,2002:merge"));
    }

    private String undefined(String name) {
        if (name.endsWith(":") && anchors.containsKey(name.substring(0, name.length() - 1))) {
            return "as a key it needs a space before the ':'";
        }
        return anchors.isEmpty()
                ? "an alias can only name a value written before it in the same file"
                : "defined: " + anchors.keySet().stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "))
                        + (anchors.size() > MOST_NAMES ? " and " + (anchors.size() - MOST_NAMES) + " more" : "");
    }

    private void count(Event event, long nodes) {
        expanded += nodes;
        if (expanded > MAX_EXPANDED) {
            throw fatal(event, "aliases expand to more than " + MAX_EXPANDED + " values",
                    "use fewer or smaller aliases");
        }
    }

    private InvalidProjectException fatal(Event event, String message, String hint) {
        return new InvalidProjectException(Problem.error(position(event), YamlPath.ROOT, message, hint));
    }

    private Position position(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
