package dev.jcompose.engine.docker;

import dev.jcompose.engine.EngineException;
import dev.jcompose.model.Ordered;
import dev.jcompose.proxy.Proxies;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine is and how to get there.
 *
 * @param address
 *            {@code unix:///path}, {@code tcp://host:port}, {@code ssh://[user@]host[:port]}
 * @param tls
 *            certificates for TCP; null for a plain connection
 * @param apiVersion
 *            the API version to speak; null to agree on one
 * @param patience
 *            how long the engine may take for what it should answer at once
 * @param headers
 *            that go along with every call
 * @param proxies
 *            through which an engine is reached over TCP
 */
public record DockerHost(String address, @Nullable TlsFiles tls, @Nullable ApiVersion apiVersion, Duration patience,
        Map<String, String> headers, Proxies proxies) {
    /** Where engines listen if nothing else is said. */
    public static final String DEFAULT_ADDRESS = "unix:///var/run/docker.sock";

    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public DockerHost { headers = Ordered.copyOf(headers); }

    /** The engine at an address, without TLS. */
    public static DockerHost of(String address) {
        return new DockerHost(normal(address), null, null, PATIENCE, Map.of(), Proxies.NONE);
    }

    /** The engine that this process's environment names; see {@link #fromEnvironment(Map)}. */
    public static DockerHost fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * The engine that an environment names, as the docker command finds it: {@code DOCKER_HOST} (with
     * {@code DOCKER_TLS_VERIFY} and {@code DOCKER_CERT_PATH}), else the context that {@code DOCKER_CONTEXT} or the
     * user's configuration file names, else the default socket. {@code DOCKER_API_VERSION} settles the API version,
     * {@code COMPOSE_HTTP_TIMEOUT} the patience in seconds. {@code DOCKER_CUSTOM_HEADERS}, else {@code HttpHeaders} of
     * the user's configuration file, are headers for every call; {@code HTTP_PROXY}, {@code HTTPS_PROXY} and
     * {@code NO_PROXY} count for engines over TCP, with {@code https} for those with TLS.
     *
     * @throws EngineException.NotFound
     *             if there is no such context
     */
    public static DockerHost fromEnvironment(Map<String, String> environment) {
        String address = environment.getOrDefault("DOCKER_HOST", "");
        if (!address.isEmpty()) {
            return of(address).with(environment).withTls(TlsFiles.fromEnvironment(environment, address));
        }
        return DockerContexts.current(environment).with(environment);
    }

    /** The engine of a docker context; {@code default} is what the environment names without contexts. */
    public static DockerHost context(String name, Map<String, String> environment) {
        return DockerContexts.named(name, environment).with(environment);
    }

    /** The same engine, reached with certificates, or plainly where null. */
    public DockerHost withTls(@Nullable TlsFiles files) {
        return new DockerHost(address, files, apiVersion, patience, headers, proxies);
    }

    /** The same engine, waited for as long as given. */
    public DockerHost withPatience(Duration other) {
        return new DockerHost(address, tls, apiVersion, other, headers, proxies);
    }

    private DockerHost with(Map<String, String> environment) {
        String wanted = environment.getOrDefault("DOCKER_API_VERSION", "");
        ApiVersion version = ApiVersion.parse(wanted);
        if (version == null && !wanted.isEmpty()) {
            throw new EngineException.Rejected("connect", "engine", 0,
                    "DOCKER_API_VERSION is \"" + wanted + "\": write it like " + ApiVersion.NEWEST, address);
        }
        String timeout = environment.getOrDefault("COMPOSE_HTTP_TIMEOUT", "");
        Duration wait = timeout.matches("[1-9]\\d{0,6}") ? Duration.ofSeconds(Long.parseLong(timeout)) : patience;
        return new DockerHost(address, tls, version, wait, CustomHeaders.of(environment, address),
                Proxies.of(environment));
    }

    Connector connector() {
        URI uri = uri();
        return switch (String.valueOf(uri.getScheme())) {
            case "unix" -> () -> ChannelConnection.open(UnixDomainSocketAddress.of(Path.of(uri.getPath())));
            case "ssh" -> () -> SshConnection.open(uri);
            case "tcp", "http", "https" -> tcp(uri);
            default -> throw unusable("the scheme is none of unix, tcp, ssh");
        };
    }

    private Connector tcp(URI uri) {
        boolean secure = tls != null || "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 2376 : 2375;
        String host = uri.getHost();
        if (host == null) {
            throw unusable("no host in it");
        }
        // Brackets around IPv6 addresses are part of the URI, not of the address.
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Duration connecting = patience.compareTo(CONNECTING) < 0 ? patience : CONNECTING;
        URI proxy = proxies.before(URI.create((secure ? "https://" : "http://") + host + ":" + port)).orElse(null);
        Route route = new Route(bare, port, proxy, connecting);
        return secure ? new TlsConnector(route, tls) : () -> ChannelConnection.open(route);
    }

    private URI uri() {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException notAUri) {
            throw unusable("no address");
        }
    }

    private EngineException unusable(String why) {
        return new EngineException.Unreachable("connect", "engine",
                why + "; write unix:///path, tcp://host:port or ssh://user@host", address, null);
    }

    private static String normal(String address) {
        return address.startsWith("/") ? "unix://" + address : address.contains("://") ? address : "tcp://" + address;
    }
}
