package dev.jcompose.config;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Digests of what shapes a container, network or volume: the {@code com.docker.compose.config-hash} labels, equal to
 * those of docker compose 2.40. Lower-case hexadecimal SHA-256. Pure functions.
 */
public final class ConfigHash {
    private static final List<String> NOT_OF_THE_CONTAINER = List.of("build", "pull_policy", "scale", "depends_on",
            "profiles");

    private ConfigHash() {
    }

    /**
     * A service's subtree. For the label, {@code env_file} is merged into the environment before, and references to
     * other services' namespaces are replaced by their containers.
     */
    public static String service(Mapping service) {
        Map<String, Mapping.Entry> shaping = new LinkedHashMap<>(service.entries());
        NOT_OF_THE_CONTAINER.forEach(shaping::remove);
        shaping.computeIfPresent("deploy", (key, entry) -> entry.value() instanceof Mapping deploy
                ? new Mapping.Entry(entry.keyPosition(), deploy.without("replicas"))
                : entry);
        return digest(Shapes.SERVICE.arrange(service.withEntries(shaping), Format.JSON));
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
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] text = JsonText.compact(node).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(sha256.digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", missing);
        }
    }
}
