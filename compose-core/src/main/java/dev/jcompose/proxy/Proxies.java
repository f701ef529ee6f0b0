package dev.jcompose.proxy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that an environment names: {@code HTTP_PROXY} and {@code HTTPS_PROXY}, by the scheme of what is to be
 * reached, and in {@code NO_PROXY} what needs none; in lower case where the upper case is not set. This machine is
 * always reached directly. Immutable.
 *
 * @param plain
 *            for {@code http}; empty for none
 * @param secure
 *            for {@code https}; empty for none
 * @param exceptions
 *            what is reached directly
 */
public record Proxies(String plain, String secure, List<DirectHost> exceptions) {
    /** Every address is reached directly. */
    public static final Proxies NONE = new Proxies("", "", List.of());

    public Proxies { exceptions = List.copyOf(exceptions); }

    /** As the variables of a process say. */
    public static Proxies of(Map<String, String> environment) {
        String plain = variable(environment, "HTTP_PROXY");
        String secure = variable(environment, "HTTPS_PROXY");
        return plain.isEmpty() && secure.isEmpty()
                ? NONE
                : new Proxies(plain, secure, DirectHost.list(variable(environment, "NO_PROXY")));
    }

    private static String variable(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    /**
     * The proxy for an address ({@code http} or {@code https}), with a port; empty where it is reached directly.
     *
     * @throws UnusableProxyException
     *             if the variable names no {@code http} proxy
     */
    public Optional<URI> before(URI address) {
        boolean https = "https".equals(address.getScheme());
        String named = https ? secure : plain;
        String host = address.getHost();
        if (named.isEmpty() || host == null) {
            return Optional.empty();
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host.toLowerCase(Locale.ROOT);
        int port = address.getPort() > 0 ? address.getPort() : https ? 443 : 80;
        if (DirectHost.isThisMachine(bare) || exceptions.stream().anyMatch(each -> each.matches(bare, port))) {
            return Optional.empty();
        }
        return Optional.of(proxy(named, https ? "HTTPS_PROXY" : "HTTP_PROXY"));
    }

    private static URI proxy(String named, String variable) {
        try {
            URI uri = URI.create(named.contains("://") ? named : "http://" + named);
            if (!"http".equals(uri.getScheme())) {
                throw new UnusableProxyException(variable, "only http proxies can be used", null);
            }
            if (uri.getHost() == null) {
                throw new UnusableProxyException(variable, "there is no host in it", null);
            }
            return uri.getPort() > 0
                    ? uri
                    : URI.create("http://" + uri.getRawAuthority().replaceFirst(":$", "") + ":80");
        } catch (IllegalArgumentException notAnAddress) {
            throw new UnusableProxyException(variable, "write it like http://host:port", notAnAddress);
        }
    }
}
