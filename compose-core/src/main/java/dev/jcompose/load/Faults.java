package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a load found wrong so far, so that it can go on behind it and report everything in one run: faulty values are
 * taken out of the tree, and complaints that only follow from an earlier one are left out.
 */
final class Faults {
    private static final Set<String> HARMLESS = Set.of("name", "version");

    private final Problems problems;
    private final Map<Position, Problem> places = new LinkedHashMap<>();
    private final Set<YamlPath> holders = new HashSet<>();
    private boolean partsAreMissing;
    private boolean basesAreMissing;
    private boolean allIsRead;

    Faults(Problems problems) {
        this.problems = problems;
        problems.leaveOut(this::follows);
    }

    /** Adds an error about a value that later stages should not complain about again. */
    void spoil(Position value, Problem error) {
        places.remove(value);
        problems.add(error);
        places.put(value, error);
    }

    /** A file could not be had: what it defines is not known, so nothing can be said to be missing. */
    void missParts() {
        partsAreMissing = true;
    }

    /** What some service extends could not be had: services may lack what it has. */
    void missBases() {
        basesAreMissing = true;
    }

    /** All files are merged: what services lack from now on, they may have had from what could not be had. */
    void endReading() {
        allIsRead = true;
    }

    /** Whether all that the project defines is known, so that a name which nothing has is an error. */
    boolean isWhole() {
        return !partsAreMissing && problems.errors().stream().noneMatch(each -> hidesParts(each.path().parts()));
    }

    /** A section as a whole, or the profiles that decide which services there are. */
    private static boolean hidesParts(List<Object> path) {
        return (path.size() == 1 && !HARMLESS.contains(path.getFirst().toString()))
                || (path.size() > 2 && path.get(2).equals("profiles"));
    }

    /** From now on, nothing more is told of the places at which something is known to be wrong. */
    void settle() {
        problems.errors().forEach(each -> places.putIfAbsent(each.position(), each));
    }

    /** The tree without the values that are known to be wrong; the same tree if nothing is. */
    Mapping mend(Mapping tree) {
        settle();
        if (places.isEmpty()) {
            return tree;
        }
        Mending.Mended found = Mending.of(tree, places);
        holders.addAll(found.holders());
        return found.tree();
    }

    private boolean follows(Problem error) {
        return places.containsKey(error.position()) || holders.contains(error.path())
                || (allIsRead && basesAreMissing && error.path().size() == 2);
    }
}
