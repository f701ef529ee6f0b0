package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A size ({@code 64m}, {@code 1.5gb}, 1024) as the text of the number of bytes; units are powers of 1024. */
final class ByteSizeForm {
    private static final String UNITS = "bkmgtp";
    private static final Pattern SIZE = Pattern.compile("(.*[0-9. ]|)([^0-9. ]*)");
    private static final String HINT = "write a number and a unit (b, k, m, g), such as 512m";

    private ByteSizeForm() {
    }

    static Node canonical(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            return node;
        }
        if (scalar.value() instanceof Double) {
            at.warning(node, "YAML reads " + scalar.text() + " as a fraction, which docker compose takes for no size",
                    "write a whole number of bytes, or \"" + scalar.text() + "\" in quotes");
            return Scalar.string("0", scalar.origin());
        }
        try {
            String bytes = Long.toString(bytes(scalar));
            return bytes.equals(scalar.value()) ? node : Scalar.string(bytes, scalar.origin());
        } catch (FormException wrong) {
            at.error(node, wrong.getMessage(), HINT);
            return node;
        }
    }

    private static long bytes(Scalar scalar) throws FormException {
        return switch (scalar.value()) {
            case Long number -> number;
            case String text -> parse(text);
            case null, default -> throw new FormException("'" + scalar.text() + "' is not a size");
        };
    }

    private static long parse(String text) throws FormException {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new FormException("'" + text + "' is not a size");
        }
        String digits = size.group(1);
        Object number = ScalarType.FLOAT.read(digits.endsWith(" ") ? digits.substring(0, digits.length() - 1) : digits);
        if (!(number instanceof Double amount) || amount < 0) {
            throw new FormException("'" + text + "' is not a size");
        }
        String unit = size.group(2).toLowerCase(Locale.ROOT);
        if (unit.isEmpty()) {
            return amount.longValue();
        }
        int power = UNITS.indexOf(unit.charAt(0));
        String rest = unit.substring(1);
        boolean known = rest.isEmpty() || (power > 0 && (rest.equals("b") || rest.equals("ib")));
        if (power < 0 || !known) {
            throw new FormException("unknown unit '" + size.group(2) + "' in '" + text + "'");
        }
        return (long) (amount * Math.pow(1024, power));
    }
}
