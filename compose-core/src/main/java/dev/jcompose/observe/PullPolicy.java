package dev.jcompose.observe;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code pull_policy} (specification, "Services top-level element") as far as it is about time. */
public final class PullPolicy {
    private static final Pattern EVERY = Pattern.compile("every_((?:[0-9]+[wdhms])+)");
    private static final Pattern PART = Pattern.compile("([0-9]+)([wdhms])");

    private PullPolicy() {
    }

    /**
     * How old an image may be: a day for {@code daily}, a week for {@code weekly}, so long for {@code every_1d12h};
     * nothing for policies that are not about time.
     */
    public static Optional<Duration> oldest(@Nullable String policy) {
        if (policy == null) {
            return Optional.empty();
        }
        if (policy.equals("daily")) {
            return Optional.of(Duration.ofDays(1));
        }
        if (policy.equals("weekly")) {
            return Optional.of(Duration.ofDays(7));
        }
        Matcher every = EVERY.matcher(policy);
        return every.matches() ? Optional.of(sum(every.group(1))) : Optional.empty();
    }

    private static Duration sum(String parts) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(parts);
        try {
            while (part.find()) {
                sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            }
            return sum;
        } catch (ArithmeticException | DateTimeException | NumberFormatException longerThanAnything) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "w" -> Duration.ofDays(7);
            case "d" -> Duration.ofDays(1);
            case "h" -> Duration.ofHours(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofSeconds(1);
        };
    }
}
