package dev.jcompose.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that runs a service in the engine's place.
 *
 * @param type
 *            the program's name
 * @param options
 *            values of each option, in the order written
 */
public record Provider(String type, Map<String, List<String>> options) {
    public Provider { options = Ordered.copyOf(options); }

    static Provider decode(Attributes a) {
        Attributes section = a.section("options");
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (String name : section.mapping().keys()) {
            options.put(name, section.strings(name));
        }
        return new Provider(a.string("type", ""), options);
    }
}
