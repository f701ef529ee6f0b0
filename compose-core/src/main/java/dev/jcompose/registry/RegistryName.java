package dev.jcompose.registry;

/** Registries as image references and as configuration files spell them. */
public final class RegistryName {
    /** What configuration files call the registry of references without a host. */
    public static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private RegistryName() {
    }

    /** The registry of an image reference: {@code host[:port]}; {@link #DOCKER_HUB} where it names none. */
    public static String of(String reference) {
        int slash = reference.indexOf('/');
        String host = slash < 0 ? "" : reference.substring(0, slash);
        boolean isHost = host.contains(".") || host.contains(":") || host.equals("localhost");
        if (!isHost || host.equals("docker.io") || host.equals("index.docker.io")) {
            return DOCKER_HUB;
        }
        return host;
    }

    /** A configuration file's key without what does not matter: {@code https://host/v1/} is {@code host}. */
    static String host(String key) {
        String host = key;
        if (host.startsWith("https://")) {
            host = host.substring("https://".length());
        } else if (host.startsWith("http://")) {
            host = host.substring("http://".length());
        }
        int slash = host.indexOf('/');
        return slash < 0 ? host : host.substring(0, slash);
    }
}
