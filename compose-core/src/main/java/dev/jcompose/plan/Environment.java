package dev.jcompose.plan;

import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;

/** A container's variables as the engine takes them. */
final class Environment {
    private Environment() {
    }

    /** {@code K=V}; a bare {@code K} takes the image's variable out. */
    static List<String> of(Service service) {
        List<String> entries = new ArrayList<>();
        service.process().environment().forEach((key, value) -> entries.add(value == null ? key : key + "=" + value));
        return entries;
    }
}
