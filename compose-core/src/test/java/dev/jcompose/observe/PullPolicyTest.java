package dev.jcompose.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullPolicyTest {
    @ParameterizedTest
    @CsvSource({"daily, P1D", "weekly, P7D", "every_12h, PT12H", "every_1w2d3h4m5s, P9DT3H4M5S", "every_0s, PT0S"})
    void some_are_about_time(String policy, Duration oldest) {
        assertEquals(Optional.of(oldest), PullPolicy.oldest(policy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "never", "missing", "every_", "every_2", "every_2y"})
    void others_are_not(String policy) {
        assertEquals(Optional.empty(), PullPolicy.oldest(policy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"every_99999999999999999w", "every_9999999999999999999999s"})
    void what_is_longer_than_anything_is_long(String policy) {
        assertEquals(true, PullPolicy.oldest(policy).orElseThrow().toDays() > 1_000_000);
    }
}
