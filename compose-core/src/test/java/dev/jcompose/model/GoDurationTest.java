package dev.jcompose.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({"1h30m, 1h30m0s, 5400000000000", "90s, 1m30s, 90000000000", "1.5s, 1.5s, 1500000000",
            "300ms, 300ms, 300000000", "1500us, 1.5ms, 1500000", "2d, 48h0m0s, 172800000000000", "0, 0s, 0",
            "0s, 0s, 0", "1h1.000000001s, 1h0m1.000000001s, 3601000000001", "1001us, 1.001ms, 1001000",
            "-1s, -1s, -1000000000", "100ns, 100ns, 100", "1w, 168h0m0s, 604800000000000"})
    void is_read_and_written_as_go_does(String text, String canonical, long nanos) {
        assertEquals(Duration.ofNanos(nanos), GoDuration.parse(text));
        assertEquals(canonical, GoDuration.format(Duration.ofNanos(nanos)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "s", "1x", ".s", "1..5s", "-", "1h m", "99999999w", "9223372036854775808ns",
            "1h٣m", "99999999999999999999s"})
    void is_refused_where_go_refuses_it(String text) {
        assertThrows(IllegalArgumentException.class, () -> GoDuration.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "64m, 67108864", "1.5gb, 1610612736", "2GiB, 2147483648", "1k, 1024", "10b, 10", "-1, -1",
            "1 kb, 1024", "9007199254740991k, 9223372036854774784", "9223372036854775807, 9223372036854775807"})
    void sizes_are_powers_of_1024(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text));
    }
}
