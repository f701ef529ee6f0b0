package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates and keys in PEM files, as docker keeps them. */
final class Certificates {
    private Certificates() {
    }

    static SSLContext context(TlsFiles files) throws GeneralSecurityException, IOException {
        boolean none = !Files.exists(files.authority()) && !Files.exists(files.certificate())
                && !Files.exists(files.key());
        if (none && files.verify()) {
            throw new GeneralSecurityException("there are none; expected " + files.authority() + ", "
                    + files.certificate() + " and " + files.key());
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(files), trust(files), new SecureRandom());
        return context;
    }

    private static KeyManager @Nullable [] keys(TlsFiles files) throws GeneralSecurityException, IOException {
        Path certificate = files.certificate();
        Path key = files.key();
        if (!Files.exists(certificate) && !Files.exists(key)) {
            return null;
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", privateKey(key), new char[0],
                certificates(certificate).toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException {
        try {
            return PemKeys.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new GeneralSecurityException("cannot read " + file, unreadable);
        } catch (InvalidKeySpecException unusable) {
            throw new GeneralSecurityException(file + ": " + unusable.getMessage(), unusable);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException unreadable) {
            throw new GeneralSecurityException("cannot read " + file, unreadable);
        } catch (CertificateException unusable) {
            throw new GeneralSecurityException(file + " has no certificate: " + unusable.getMessage(), unusable);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static TrustManager @Nullable [] trust(TlsFiles files) throws GeneralSecurityException, IOException {
        if (!files.verify()) {
            return new TrustManager[]{new TrustsAll()};
        }
        Path authority = files.authority();
        if (!Files.exists(authority)) {
            return null;
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(authority)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** For those who have said that the engine need not prove who it is. */
    private static final class TrustsAll extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
