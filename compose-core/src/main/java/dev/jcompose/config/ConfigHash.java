package dev.jcompose.config;

import dev.jcompose.digest.Sha256;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;

/**
 * Digests of what shapes a container, network or volume: the {@code com.docker.compose.config-hash} labels, equal to
 * those of docker compose 2.40. Lower-case hexadecimal SHA-256. Pure functions.
 */
public final class ConfigHash {
    private ConfigHash() {
    }

    /**
     * A service's subtree. For the label, {@code env_file} is merged into the environment before, and references to
     * other services' namespaces are replaced by their containers.
     */
    public static String service(Mapping service) {
        return digest(ContainerConfiguration.of(service));
    }

    /** A network's subtree, with its name. */
    public static String network(Mapping network) {
        return digest(Shapes.NETWORK.arrange(network, Format.JSON));
    }

    /** A volume's subtree, with its name; a volume without a driver is one of the local driver. */
    public static String volume(Mapping volume) {
        boolean named = volume.get("driver") instanceof Scalar driver && !driver.isNull() && !driver.text().isEmpty();
        Mapping complete = named ? volume : volume.with("driver", Scalar.string("local", volume.origin()));
        return digest(Shapes.VOLUME.arrange(complete, Format.JSON));
    }

    private static String digest(Node node) {
        return Sha256.of(JsonText.compact(node));
    }
}
