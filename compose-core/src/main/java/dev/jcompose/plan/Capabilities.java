package dev.jcompose.plan;

import dev.jcompose.model.Security;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The capabilities that a container is to have and to lose, under the names the kernel gives them. */
final class Capabilities {
    private static final String ALL = "ALL";
    private static final String PREFIX = "CAP_";

    private Capabilities() {
    }

    /** {@code net_admin} becomes {@code CAP_NET_ADMIN}; what is added is not dropped; {@code ALL} stands alone. */
    static Security of(Security security) {
        Set<String> add = new LinkedHashSet<>(named(security.capAdd()));
        Set<String> drop = new LinkedHashSet<>(named(security.capDrop()));
        drop.removeAll(add);
        return new Security(security.privileged(), security.readOnly(), alone(add), alone(drop),
                security.securityOpt(), security.groupAdd(), security.sysctls(), security.credentialSpec(),
                security.runtime(), security.isolation());
    }

    private static List<String> named(List<String> capabilities) {
        List<String> names = new ArrayList<>();
        for (String capability : capabilities) {
            String name = capability.trim().toUpperCase(Locale.ROOT);
            names.add(name.equals(ALL) || name.startsWith(PREFIX) ? name : PREFIX + name);
        }
        return names;
    }

    private static List<String> alone(Set<String> names) {
        return names.contains(ALL) ? List.of(ALL) : List.copyOf(new TreeSet<>(names));
    }
}
