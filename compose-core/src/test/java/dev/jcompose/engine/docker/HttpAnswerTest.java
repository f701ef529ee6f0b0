package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {
    private final List<String> happened = new ArrayList<>();

    private HttpAnswer answer(String text) throws IOException {
        Connection connection = new Connection() {
            private final InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
            private final OutputStream out = new ByteArrayOutputStream();

            @Override
            public InputStream in() {
                return in;
            }

            @Override
            public OutputStream out() {
                return out;
            }

            @Override
            public void endOutput() {
                happened.add("output ended");
            }

            @Override
            public void close() {
                happened.add("closed");
            }
        };
        return new HttpConnection(connection, kept -> happened.add("kept"), gone -> happened.add("forgotten"))
                .exchange(HttpCall.of("GET", "/", null));
    }

    @Test
    void leaves_a_connection_alone_that_was_given_back() throws IOException {
        HttpAnswer answer = answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        answer.body().readAllBytes();

        answer.abandon();
        answer.close();

        assertEquals(List.of("kept"), happened);
    }

    @Test
    void ends_a_connection_that_has_more_to_say() throws IOException {
        HttpAnswer answer = answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");

        answer.abandon();
        answer.close();

        assertEquals(List.of("forgotten", "closed"), happened);
    }
}
