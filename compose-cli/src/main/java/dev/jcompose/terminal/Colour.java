package dev.jcompose.terminal;

/** The colours that are used, by their number in a terminal's control sequence. */
public enum Colour {
    RED("31"), GREEN("32"), YELLOW("33"), BLUE("34"), MAGENTA("35"), CYAN("36"), BRIGHT_CYAN("36;1"), BRIGHT_YELLOW(
            "33;1"), BRIGHT_GREEN("32;1"), BRIGHT_MAGENTA("35;1"), BRIGHT_BLUE("34;1"), BRIGHT_RED("31;1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text between the sequences that switch the colour on and off. */
    public String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
