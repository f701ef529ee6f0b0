package dev.jcompose.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private static String before(String address, Map<String, String> environment) {
        return Proxies.of(environment).before(URI.create(address)).map(URI::toString).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP_PROXY  | http://p.example:3128   | http://a.example  | http://p.example:3128
            http_proxy  | p.example:3128          | http://a.example  | http://p.example:3128
            HTTP_PROXY  | p.example               | http://a.example  | http://p.example:80
            HTTP_PROXY  | http://ann:x@p.example/ | http://a.example  | http://ann:x@p.example:80
            HTTP_PROXY  | p.example               | https://a.example |
            HTTPS_PROXY | p.example:1             | https://a.example | http://p.example:1
            HTTPS_PROXY | p.example:1             | http://a.example  |
            """)
    void stand_before_what_has_their_scheme(String name, String value, String address, String expected) {
        assertEquals(expected == null ? "" : expected, before(address, Map.of(name, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                   | http://a.example       | direct
            a.example           | http://a.example       | direct
            A.Example           | http://a.EXAMPLE       | direct
            a.example           | http://x.a.example     | direct
            a.example           | http://xa.example      | proxy
            .a.example          | http://x.a.example     | direct
            .a.example          | http://a.example       | proxy
            *.a.example         | http://x.a.example     | direct
            *.a.example         | http://a.example       | proxy
            a.example:5000      | http://a.example:5000  | direct
            a.example:5000      | http://a.example       | proxy
            a.example:80        | http://a.example       | direct
            b.example, 10.1.2.3 | http://10.1.2.3        | direct
            10.1.2.3            | http://10.1.2.4        | proxy
            10.0.0.0/8          | http://10.9.9.9        | direct
            10.0.0.0/8          | http://11.0.0.1        | proxy
            10.64.0.0/10        | http://10.127.0.1      | direct
            10.64.0.0/10        | http://10.128.0.1      | proxy
            fd00::/8            | http://[fd12::1]       | direct
            fd00::/8            | http://[fe80::1]       | proxy
            [fd12::1]:5000      | http://[fd12::1]:5000  | direct
            10.0.0.0/x          | http://10.0.0.0        | proxy
            nothing             | http://localhost       | direct
            nothing             | http://127.1.2.3       | direct
            nothing             | http://[::1]:5000      | direct
            """)
    void leave_out_what_needs_none(String exceptions, String address, String expected) {
        String found = before(address, Map.of("HTTP_PROXY", "p.example", "NO_PROXY", exceptions));
        assertEquals(expected, found.isEmpty() ? "direct" : "proxy");
    }

    @Test
    void that_cannot_be_used_are_refused_without_their_passwords() {
        UnusableProxyException refused = assertThrows(UnusableProxyException.class,
                () -> before("http://a.example", Map.of("HTTP_PROXY", "socks5://ann:secret@p.example")));
        assertEquals("HTTP_PROXY: only http proxies can be used", refused.getMessage());
        assertThrows(UnusableProxyException.class, () -> before("http://a.example", Map.of("HTTP_PROXY", "a b")));
    }
}
