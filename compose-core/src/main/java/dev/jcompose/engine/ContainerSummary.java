package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One container of a list.
 *
 * @param id
 *            64 hexadecimal digits
 * @param names
 *            without a leading slash; its own first, then those that links give it ({@code other/alias})
 * @param image
 *            the reference it was created from
 * @param imageId
 *            {@code sha256:…}
 * @param command
 *            entrypoint and command, joined by spaces
 * @param description
 *            the engine's own words: {@code Up 2 minutes (healthy)}
 * @param health
 *            {@link Health.Status#NONE} where it has no health check
 * @param exitCode
 *            of the last end; null where it has not ended or the engine does not tell
 * @param networks
 *            by the network's name
 */
public record ContainerSummary(String id, List<String> names, String image, String imageId, String command,
        Instant created, ContainerStatus status, String description, Health.Status health, @Nullable Integer exitCode,
        Map<String, String> labels, List<PublishedPort> ports, List<MountPoint> mounts, Map<String, Endpoint> networks,
        @Nullable Long sizeRw, @Nullable Long sizeRootFs) {
    public ContainerSummary {
        names = List.copyOf(names);
        labels = Ordered.copyOf(labels);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        networks = Ordered.copyOf(networks);
    }

    /** Its own name, or its id where it has none. */
    public String name() {
        for (String name : names) {
            if (name.indexOf('/') < 0) {
                return name;
            }
        }
        return id;
    }

    /** A label's value, or the empty text. */
    public String label(String name) {
        return labels.getOrDefault(name, "");
    }

    /**
     * A port of the container.
     *
     * @param hostIp
     *            empty where it is not published
     * @param hostPort
     *            null where it is not published
     */
    public record PublishedPort(String hostIp, int containerPort, @Nullable Integer hostPort, String protocol) {}
}
