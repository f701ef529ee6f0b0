package dev.jcompose.watch;

import dev.jcompose.model.Lifecycle.Hook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done about a batch of changes. A service that is built anew needs nothing else.
 *
 * @param rebuild
 *            services, sorted
 * @param sync
 *            by service: path in the container to path here, sorted
 * @param restart
 *            services to restart after copying, sorted
 * @param exec
 *            by service: what to run after copying, in the order of the file
 */
record Reaction(Set<String> rebuild, SequencedMap<String, SequencedMap<String, Path>> sync, Set<String> restart,
        SequencedMap<String, List<Hook>> exec) {

    static Reaction to(Collection<Path> changed, List<WatchRule> rules) {
        Set<String> rebuild = new TreeSet<>();
        SequencedMap<String, SequencedMap<String, Path>> sync = new TreeMap<>();
        Set<String> restart = new TreeSet<>();
        SequencedMap<String, Set<Hook>> exec = new TreeMap<>();
        for (WatchRule rule : rules) {
            for (Path path : changed) {
                if (!rule.matches(path)) {
                    continue;
                }
                if (rule.action().copies()) {
                    sync.computeIfAbsent(rule.service(), name -> new TreeMap<>()).put(rule.destination(path), path);
                }
                Hook hook = rule.exec();
                switch (rule.action()) {
                    case SYNC -> {
                        // copying is all
                    }
                    case REBUILD -> rebuild.add(rule.service());
                    case RESTART, SYNC_RESTART -> restart.add(rule.service());
                    case SYNC_EXEC -> {
                        if (hook != null) {
                            exec.computeIfAbsent(rule.service(), name -> new LinkedHashSet<>()).add(hook);
                        }
                    }
                }
            }
        }
        sync.keySet().removeAll(rebuild);
        restart.removeAll(rebuild);
        exec.keySet().removeAll(rebuild);
        SequencedMap<String, List<Hook>> hooks = new TreeMap<>();
        exec.forEach((service, each) -> hooks.put(service, new ArrayList<>(each)));
        return new Reaction(rebuild, sync, restart, hooks);
    }

    /** Whether nothing is to be done. */
    boolean isEmpty() {
        return rebuild.isEmpty() && sync.isEmpty() && restart.isEmpty();
    }
}
