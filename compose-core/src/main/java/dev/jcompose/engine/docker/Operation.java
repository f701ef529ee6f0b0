package dev.jcompose.engine.docker;

/**
 * What is being done to what, for errors to say.
 *
 * @param verb
 *            {@code start}
 * @param resource
 *            {@code container shop-web-1}
 */
record Operation(String verb, String resource) {
    static Operation container(String verb, String container) {
        return new Operation(verb, "container " + shortened(container));
    }

    /** Nobody reads 64 digits. */
    private static String shortened(String id) {
        return id.length() == 64 && id.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)
                ? id.substring(0, 12)
                : id;
    }

    static Operation image(String verb, String image) {
        return new Operation(verb, "image " + image);
    }

    static Operation network(String verb, String network) {
        return new Operation(verb, "network " + network);
    }

    static Operation volume(String verb, String volume) {
        return new Operation(verb, "volume " + volume);
    }

    static Operation engine(String verb) {
        return new Operation(verb, "engine");
    }
}
