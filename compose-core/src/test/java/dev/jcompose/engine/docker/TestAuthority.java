package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** An authority that vouches for test engines and their users. */
final class TestAuthority {
    private static final char[] PASSWORD = "test".toCharArray();
    private static final Duration HOUR = Duration.ofHours(1);

    private final KeyPair keys;
    private final X509Certificate certificate;

    TestAuthority(String name) throws GeneralSecurityException, IOException {
        keys = pair("EC");
        certificate = issue(name, keys, true, Instant.now().plus(HOUR), new X500Name("CN=" + name), keys);
    }

    /** A key, its certificate for an address, and how to write it. */
    record Identity(KeyPair keys, X509Certificate certificate) {}

    /** An identity of an address; {@code algorithm} is RSA or EC. */
    Identity identity(String algorithm, String address, Instant until) throws GeneralSecurityException, IOException {
        KeyPair own = pair(algorithm);
        return new Identity(own,
                issue(address, own, false, until, new X500Name(certificate.getSubjectX500Principal().getName()), keys));
    }

    Identity identity(String algorithm) throws GeneralSecurityException, IOException {
        return identity(algorithm, "127.0.0.1", Instant.now().plus(HOUR));
    }

    /** Writes {@code ca.pem}, {@code cert.pem} and {@code key.pem}, keys in the older form of their algorithm. */
    Path files(Path folder, Identity identity) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ca.pem"), pem(certificate));
        Files.writeString(folder.resolve("cert.pem"), pem(identity.certificate()));
        Files.writeString(folder.resolve("key.pem"), older(identity.keys().getPrivate()));
        return folder;
    }

    /** For an engine that has this identity, and that wants its users' certificates to be of this authority. */
    SSLContext context(Identity identity) throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("engine", identity.keys().getPrivate(), PASSWORD,
                new Certificate[]{identity.certificate(), certificate});
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(own, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** As openssl writes it: EC keys name their curve, which those of the JDK do not. */
    private static String older(PrivateKey key) throws IOException {
        return pem(key instanceof ECPrivateKey curved
                ? new PemObject("EC PRIVATE KEY",
                        new org.bouncycastle.asn1.sec.ECPrivateKey(256, curved.getS(), SECObjectIdentifiers.secp256r1)
                                .getEncoded())
                : key);
    }

    private static String pem(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        return generator.generateKeyPair();
    }

    private static X509Certificate issue(String name, KeyPair subject, boolean authority, Instant until,
            X500Name issuer, KeyPair signer) throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
                BigInteger.valueOf(System.nanoTime()), Date.from(until.minus(HOUR.multipliedBy(2))),
                Date.from(until), new X500Name("CN=" + name), subject.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (name.matches("[0-9.]+")) {
            builder.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, name)));
        }
        try {
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
