package dev.jcompose.load;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text stands for once its variables are replaced. */
public enum ScalarType {
    /** A {@link Boolean}; the words of YAML 1.1 ({@code yes}, {@code off}…) are read too. */
    BOOLEAN("true or false") {
        @Override
        public @Nullable Object read(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "y", "yes", "on" -> true;
                case "false", "n", "no", "off" -> false;
                default -> null;
            };
        }
    },
    /** A {@link Long}, in decimal digits. */
    INTEGER("a whole number") {
        @Override
        public @Nullable Object read(String text) {
            if (!WHOLE.matcher(text).matches()) {
                return null;
            }
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                return null;
            }
        }
    },
    /** A {@link Double}. */
    FLOAT("a number") {
        @Override
        public @Nullable Object read(String text) {
            return isDecimal(text) ? Double.valueOf(text.replace("_", "")) : null;
        }
    },
    /** A {@link Double} with the digits that single precision can hold. */
    FLOAT32("a number") {
        @Override
        public @Nullable Object read(String text) {
            return isDecimal(text) ? single(Double.parseDouble(text.replace("_", ""))) : null;
        }
    };

    private static final Pattern SEPARATORS = Pattern.compile("(?<=[0-9])_(?=[0-9])");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?"
            + "|0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)");

    private final String wanted;

    ScalarType(String wanted) {
        this.wanted = wanted;
    }

    /** The value, or null where the text is not of this type. */
    public abstract @Nullable Object read(String text);

    /** What should have been written, for an error message: {@code a whole number}. */
    public String wanted() {
        return wanted;
    }

    /** Whether the text is a boolean only to readers of YAML 1.1, which deserves a warning. */
    public static boolean isOldBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "on", "n", "no", "off" -> true;
            default -> false;
        };
    }

    /** Fractions, unlike whole numbers, may have underscores between digits. */
    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text.indexOf('_') < 0 ? text : SEPARATORS.matcher(text).replaceAll("")).matches();
    }

    /** The shortest decimal that single precision tells apart from its neighbours. */
    static double single(double value) {
        return Double.parseDouble(Float.toString((float) value));
    }
}
