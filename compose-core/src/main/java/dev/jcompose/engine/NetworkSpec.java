package dev.jcompose.engine;

import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import java.util.Map;

/**
 * A network to create.
 *
 * @param labels
 *            all of them
 * @param network
 *            driver, options, address ranges; its own name and labels do not count
 */
public record NetworkSpec(String name, Map<String, String> labels, Network network) {
    public NetworkSpec { labels = Ordered.copyOf(labels); }
}
