package dev.jcompose.env;

/** The escapes of double-quoted values in {@code .env} files. */
final class Escapes {
    private Escapes() {
    }

    /**
     * The text with its escapes resolved, ready for variables to be put in: {@code \$} becomes {@code $$}, which
     * later is a plain dollar. What is no escape stays.
     */
    static String resolve(String text) {
        StringBuilder resolved = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            int simple = "abfnrtv\"\\".indexOf(next);
            if (text.charAt(i) != '\\') {
                resolved.append(text.charAt(i));
            } else if (simple >= 0) {
                resolved.append("\u0007\b\f\n\r\t\013\"\\".charAt(simple));
                i++;
            } else if (next == '$') {
                resolved.append("$$");
                i++;
            } else if (next == '0') {
                i += octal(text, i, resolved) - 1;
            } else {
                resolved.append('\\');
            }
        }
        return resolved.toString();
    }

    /**
     * Handles {@code \0} and up to three digits; only three octal ones up to 0377 name a character, and others lose
     * the zero.
     */
    private static int octal(String text, int start, StringBuilder resolved) {
        int end = start + 2;
        while (end < text.length() && end < start + 5 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        String digits = text.substring(start + 2, end);
        if (digits.matches("[0-3][0-7]{2}")) {
            resolved.append((char) Integer.parseInt(digits, 8));
        } else {
            resolved.append('\\').append(digits);
        }
        return end - start;
    }
}
