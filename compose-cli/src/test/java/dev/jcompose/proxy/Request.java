package dev.jcompose.proxy;

import java.util.regex.Pattern;

/**
 * A call that passed the proxy.
 *
 * @param number
 *            its place among all calls, from 1
 * @param method
 *            {@code GET}
 * @param path
 *            without the API's version and without the query: {@code /containers/json}
 * @param query
 *            what follows the question mark; may be empty
 */
public record Request(int number, String method, String path, String query) {
    private static final Pattern VERSION = Pattern.compile("^/v[0-9.]+(?=/)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    static Request of(int number, String line) {
        String[] words = line.split(" ", 3);
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        return new Request(number, words[0], VERSION.matcher(path).replaceFirst(""),
                question < 0 ? "" : words[1].substring(question + 1));
    }

    /** Whether it asks only, and changes nothing. */
    public boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** {@code GET /containers/<id>/json}. */
    @Override
    public String toString() {
        return method + " " + ID.matcher(path).replaceAll("<id>");
    }
}
