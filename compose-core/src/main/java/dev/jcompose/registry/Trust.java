package dev.jcompose.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates count: those that Java trusts, those in {@code SSL_CERT_FILE}, and for one registry those that
 * the engine trusts as well, {@code certs.d/HOST[:PORT]/*.crt}.
 */
final class Trust {
    private final List<Path> directories;
    private final String file;

    private Trust(List<Path> directories, String file) {
        this.directories = directories;
        this.file = file;
    }

    /** As the variables of a process say. */
    static Trust of(Map<String, String> environment) {
        String configuration = environment.getOrDefault("XDG_CONFIG_HOME",
                environment.getOrDefault("HOME", "/") + "/.config");
        return new Trust(List.of(Path.of("/etc/docker/certs.d"), Path.of(configuration, "docker", "certs.d")),
                environment.getOrDefault("SSL_CERT_FILE", ""));
    }

    /** What connections to a registry are checked with. */
    SSLContext of(String host) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(extra(host)).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new RegistryException("certificates for " + host + " cannot be read: " + e.getMessage(), 0, e);
        }
    }

    /** Connections that are encrypted with whoever answers: for registries that the user called insecure. */
    static SSLContext anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new AnyTrust()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private List<Certificate> extra(String host) throws IOException, GeneralSecurityException {
        List<Path> files = new ArrayList<>();
        if (!file.isEmpty()) {
            files.add(Path.of(file));
        }
        for (Path directory : directories) {
            Path own = directory.resolve(host);
            if (Files.isDirectory(own)) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(own, "*.crt")) {
                    found.forEach(files::add);
                }
            }
        }
        List<Certificate> certificates = new ArrayList<>();
        for (Path each : files) {
            try (InputStream in = Files.newInputStream(each)) {
                certificates.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
            }
        }
        return certificates;
    }

    private static TrustManagerFactory factory(List<Certificate> extra) throws GeneralSecurityException, IOException {
        TrustManagerFactory usual = factory((KeyStore) null);
        if (extra.isEmpty()) {
            return usual;
        }
        List<Certificate> all = new ArrayList<>(extra);
        for (TrustManager manager : usual.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                all.addAll(List.of(known.getAcceptedIssuers()));
            }
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("ca" + i, all.get(i));
        }
        return factory(store);
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
