package dev.jcompose.load;

import dev.jcompose.yaml.Scalar;

/** Warns where a text is wanted and YAML takes what is written for a number or truth value that prints otherwise. */
final class LostCharacters {
    private LostCharacters() {
    }

    /**
     * What the value is as text.
     *
     * @param at
     *            the value's place
     */
    static String text(Scalar scalar, Site at) {
        String text = GoText.of(scalar.value());
        if (scalar.plain() && !scalar.isString() && !scalar.isNull() && !text.equals(scalar.text())) {
            at.warning(scalar, "YAML reads " + scalar.text() + " as " + text,
                    "write \"" + scalar.text() + "\" in quotes to keep it as it is");
        }
        return text;
    }
}
