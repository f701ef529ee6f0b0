package dev.jcompose.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens TLS connections, with certificates for both sides where there are any. */
final class TlsConnector implements Connector {
    private static final String HUNG_UP = "hung up";

    private final Route route;
    private final @Nullable TlsFiles files;

    TlsConnector(Route route, @Nullable TlsFiles files) {
        this.route = route;
        this.files = files;
    }

    @Override
    public Connection open() throws IOException {
        SSLSocketFactory factory = factory();
        Socket plain = new Socket();
        try {
            route.connect(plain);
            plain.setSoTimeout((int) route.patience().toMillis());
            SSLSocket socket = (SSLSocket) factory.createSocket(plain, route.host(), route.port(), true);
            if (files == null || files.matchName()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            socket.setSoTimeout(0);
            return new Secure(socket);
        } catch (SocketTimeoutException late) {
            plain.close();
            throw withFiles(route.late());
        } catch (IOException e) {
            plain.close();
            throw withFiles(e);
        } catch (RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    /** Who asked for TLS and has no certificates should hear where they are looked for. */
    private IOException withFiles(IOException failure) {
        return files == null || Files.exists(files.certificate())
                ? failure
                : new WithoutCertificate(failure, files.certificate());
    }

    /** A connection that did not come about, without a certificate of ours. */
    static final class WithoutCertificate extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Path expected;

        WithoutCertificate(IOException failure, Path expected) {
            super(failure);
            this.expected = expected;
        }

        /** Why it did not come about. */
        IOException failure() {
            return (IOException) Objects.requireNonNull(getCause());
        }

        /** What there is to say beside that. */
        String hint() {
            return "there is no certificate to show to it: " + expected + " is missing";
        }
    }

    private SSLSocketFactory factory() throws IOException {
        try {
            return files == null
                    ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                    : Certificates.context(files).getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new SSLException("the certificates cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Why a connection did not come about or was broken off, and what to do. */
    static String reason(SSLException failure) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("unsupported or unrecognized ssl message")) {
            return "what answers does not speak TLS; is the port right?";
        }
        if (message.equals(HUNG_UP)) {
            return "the engine hung up before it answered; does it want a certificate, and does it know the one in "
                    + "DOCKER_CERT_PATH?";
        }
        if (lower.contains("certificate_required") || lower.contains("bad_certificate")
                || lower.contains("unknown_ca") || lower.contains("handshake_failure")) {
            return "the engine does not accept our certificate (" + message
                    + "); are cert.pem and key.pem in DOCKER_CERT_PATH those that it knows?";
        }
        if (lower.contains("certificate_expired") || lower.contains("validity check failed")) {
            return "the engine's certificate has expired";
        }
        if (lower.contains("path building failed") || lower.contains("path does not chain")) {
            return "the engine's certificate is not of an authority that we trust; is ca.pem the right one?";
        }
        return failure.getCause() instanceof CertificateException
                ? "the engine's certificate is not for this address: " + message
                : message;
    }

    /** What an engine says of a certificate that it does not take may be lost when it hangs up at once. */
    private static final class FirstAnswer extends FilterInputStream {
        private boolean begun;

        FirstAnswer(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = super.read(bytes, offset, length);
                if (count < 0 && !begun) {
                    throw new SSLException(HUNG_UP);
                }
                begun = true;
                return count;
            } catch (SocketException gone) {
                if (begun) {
                    throw gone;
                }
                throw new SSLException(HUNG_UP, gone);
            }
        }
    }

    private record Secure(SSLSocket socket, InputStream in, OutputStream out) implements Connection {
        Secure(SSLSocket socket) throws IOException {
            this(socket, new FirstAnswer(socket.getInputStream()), socket.getOutputStream());
        }

        @Override
        public void endOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
