package dev.jcompose.registry;

import dev.jcompose.proxy.Proxies;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How registries are reached: over TLS; those on this machine, and those that the user called insecure, without it
 * where they do not speak it.
 */
final class Endpoints implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private final Trust trust;
    private final Proxies proxies;
    private final Set<String> insecure;
    private final Map<String, HttpClient> clients = new HashMap<>();
    private final Map<String, URI> bases = new HashMap<>();

    Endpoints(Trust trust, Proxies proxies, Set<String> insecure) {
        this.trust = trust;
        this.proxies = proxies;
        this.insecure = Set.copyOf(insecure);
    }

    /** What requests to a host are sent with. */
    synchronized HttpClient client(String host) {
        return clients.computeIfAbsent(host, this::open);
    }

    private HttpClient open(String host) {
        SSLContext tls = insecure.contains(host) ? Trust.anybody() : trust.of(host);
        HttpClient.Builder client = HttpClient.newBuilder().sslContext(tls).connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER).version(HttpClient.Version.HTTP_1_1);
        return (proxies.equals(Proxies.NONE) ? client : client.proxy(new ProxyChoice(proxies))).build();
    }

    /** {@code https://host} or {@code http://host}. */
    synchronized URI base(String host) throws InterruptedException {
        URI known = bases.get(host);
        if (known == null) {
            known = mayBePlain(host) && !answersTls(host) ? address("http", host) : address("https", host);
            bases.put(host, known);
        }
        return known;
    }

    private static URI address(String scheme, String host) {
        return URI.create(scheme + "://" + host);
    }

    /** Whether a host may be spoken to without encryption. */
    boolean mayBePlain(String host) {
        return insecure.contains(host) || isLoopback(host);
    }

    private boolean answersTls(String host) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(address("https", host + "/v2/")).timeout(PROBE_TIMEOUT).build();
        try {
            HttpResponse<Void> answer = client(host).send(probe, BodyHandlers.discarding());
            return answer.statusCode() > 0;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return isAboutCertificate(e);
        }
    }

    /** Then it does speak TLS, and the request itself will tell. */
    private static boolean isAboutCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a host, with or without its port, is this machine by its very name. */
    static boolean isLoopback(String host) {
        String name = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
        if (name.equals("localhost")) {
            return true;
        }
        boolean literal = name.startsWith("[") || name.matches("127(\\.[0-9]{1,3}){3}");
        try {
            return literal && InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        clients.clear();
    }
}
