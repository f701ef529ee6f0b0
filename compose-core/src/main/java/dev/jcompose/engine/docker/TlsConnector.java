package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens TLS connections, with certificates for both sides where there are any. */
final class TlsConnector implements Connector {
    private final String host;
    private final int port;
    private final @Nullable TlsFiles files;

    TlsConnector(String host, int port, @Nullable TlsFiles files) {
        this.host = host;
        this.port = port;
        this.files = files;
    }

    @Override
    public Connection open() throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), 30_000);
            SSLSocket socket = (SSLSocket) factory().createSocket(plain, host, port, true);
            if (files == null || files.matchName()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            return new Secure(socket);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private SSLSocketFactory factory() throws IOException {
        try {
            return files == null
                    ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                    : PemKeys.context(files).getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the certificates cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private record Secure(SSLSocket socket, InputStream in, OutputStream out) implements Connection {
        Secure(SSLSocket socket) throws IOException {
            this(socket, socket.getInputStream(), socket.getOutputStream());
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
