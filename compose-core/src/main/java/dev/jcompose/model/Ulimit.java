package dev.jcompose.model;

import dev.jcompose.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A limit of a process; -1 for none.
 *
 * @param soft
 *            what applies
 * @param hard
 *            how far the process may raise it
 */
public record Ulimit(long soft, long hard) {
    static Map<String, Ulimit> decodeAll(Attributes a) {
        Attributes limits = a.section("ulimits");
        Map<String, Ulimit> all = new LinkedHashMap<>();
        for (String name : limits.mapping().keys()) {
            if (limits.value(name) instanceof Mapping) {
                Attributes both = limits.section(name);
                all.put(name, new Ulimit(orZero(both.longInteger("soft")), orZero(both.longInteger("hard"))));
            } else {
                long single = orZero(limits.longInteger(name));
                all.put(name, new Ulimit(single, single));
            }
        }
        return Ordered.copyOf(all);
    }

    private static long orZero(@org.jspecify.annotations.Nullable Long value) {
        return value == null ? 0 : value;
    }
}
