package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The head of an answer, and its body to be read.
 *
 * @param headers
 *            by lower-case name
 * @param body
 *            reading it to its end gives the connection back; closing it earlier ends the connection
 */
record HttpAnswer(int status, Map<String, String> headers, InputStream body, HttpConnection connection)
        implements
            Closeable {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isSuccess() {
        return (status >= 200 && status < 300) || status == 101;
    }

    /** Whether bytes of the body are here that were not read yet. */
    boolean isBuffered() {
        try {
            return body.available() > 0;
        } catch (IOException broken) {
            return false; // Reading on will tell.
        }
    }

    /** Ends the connection, unless the body was read to its end and others may be using it. Any thread may do so. */
    void abandon() {
        if (body instanceof HttpBody read) {
            read.abandon();
        } else {
            connection.closeQuietly();
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
