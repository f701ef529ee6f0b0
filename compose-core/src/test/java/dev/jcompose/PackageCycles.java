package dev.jcompose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which packages use which, and the circles in it. */
final class PackageCycles {
    private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();

    /**
     * Takes note of what sources use.
     *
     * @param notCounted
     *            classes that any package may use, by qualified name
     */
    PackageCycles(Collection<SourceCode> sources, Set<String> notCounted) {
        Map<String, String> packages = new TreeMap<>();
        sources.forEach(source -> packages.put(source.packageName() + "." + source.file().replace(".java", ""),
                source.packageName()));
        for (SourceCode source : sources) {
            SortedSet<String> used = uses.computeIfAbsent(source.packageName(), each -> new TreeSet<>());
            for (String name : source.names()) {
                String target = packages.get(name);
                if (target != null && !target.equals(source.packageName()) && !notCounted.contains(name)) {
                    used.add(target);
                }
            }
        }
    }

    /** Each circle found, as {@code a -> b -> a}; empty where there is none. */
    List<String> found() {
        List<String> circles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        uses.keySet().forEach(each -> follow(each, new ArrayDeque<>(), done, circles));
        return circles;
    }

    private void follow(String name, Deque<String> path, Set<String> done, List<String> circles) {
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(name), path.size());
            circles.add(String.join(" -> ", circle) + " -> " + name);
            return;
        }
        if (done.add(name)) {
            path.addLast(name);
            uses.getOrDefault(name, new TreeSet<>()).forEach(each -> follow(each, path, done, circles));
            path.removeLast();
        }
    }
}
