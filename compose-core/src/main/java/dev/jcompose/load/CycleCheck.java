package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Finds services that wait for themselves, and shows by which way. */
final class CycleCheck {
    private final Map<String, Mapping.Entry> services;
    private final Site at;
    private final Map<String, Boolean> finished = new HashMap<>();

    private CycleCheck(Map<String, Mapping.Entry> services, Site at) {
        this.services = services;
        this.at = at;
    }

    static void of(Map<String, Mapping.Entry> services, Site at) {
        CycleCheck check = new CycleCheck(services, at);
        services.keySet().stream().sorted().forEach(check::from);
    }

    /** Depth first; on a stack of its own, for chains of any length. */
    private void from(String start) {
        if (finished.containsKey(start)) {
            return;
        }
        Deque<Visit> way = new ArrayDeque<>();
        way.addLast(enter(start));
        while (!way.isEmpty()) {
            Visit visit = way.getLast();
            if (!visit.next().hasNext()) {
                finished.put(visit.service(), true);
                way.removeLast();
                continue;
            }
            String dependency = visit.next().next();
            if (Boolean.FALSE.equals(finished.get(dependency))) {
                report(way, dependency);
            } else if (!finished.containsKey(dependency) && services.containsKey(dependency)) {
                way.addLast(enter(dependency));
            }
        }
    }

    private Visit enter(String service) {
        finished.put(service, false);
        return new Visit(service, dependencies(service).keySet().iterator());
    }

    private void report(Deque<Visit> way, String again) {
        List<String> names = new ArrayList<>();
        for (Visit visit : way) {
            if (!names.isEmpty() || visit.service().equals(again)) {
                names.add(visit.service());
            }
        }
        names.add(again);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i + 1 < names.size(); i++) {
            places.append(i == 0 ? "" : ", ").append(names.get(i)).append(" needs ").append(names.get(i + 1))
                    .append(" at ").append(position(names.get(i), names.get(i + 1)));
        }
        at.key(again).key("depends_on").error(Tree.at(position(names.get(0), names.get(1))),
                "dependency cycle: " + String.join(" → ", names), "remove one of: " + places);
    }

    private Position position(String service, String dependency) {
        Mapping.Entry entry = dependencies(service).get(dependency);
        return entry == null ? Position.DEFAULT : entry.keyPosition();
    }

    private Map<String, Mapping.Entry> dependencies(String service) {
        Mapping.Entry entry = services.get(service);
        return entry == null ? Map.of() : Tree.entries(Tree.get(entry.value(), "depends_on"));
    }

    /** A service on the way, and what of its dependencies is still to be seen. */
    private record Visit(String service, Iterator<String> next) {}
}
