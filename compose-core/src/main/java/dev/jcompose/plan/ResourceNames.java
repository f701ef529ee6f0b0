package dev.jcompose.plan;

import dev.jcompose.model.Project;
import java.util.Locale;
import java.util.Map;

/**
 * The names that Compose gives to what it makes.
 *
 * @param project
 *            the project's name
 * @param separator
 *            {@code -}, or {@code _} in compatibility mode
 */
public record ResourceNames(String project, String separator) {
    private static final int SHORT_ID = 12;

    /** With the separator of today; with that of version 1 where the project's environment asks for it. */
    public static ResourceNames of(Project project) {
        return of(project.name(), project.origin().environment());
    }

    /** The same, from the project's name and the variables that it was loaded with. */
    public static ResourceNames of(String project, Map<String, String> environment) {
        return new ResourceNames(project,
                isOn(environment.getOrDefault("COMPOSE_COMPATIBILITY", "")) ? "_" : "-");
    }

    private static boolean isOn(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "t", "true" -> true;
            default -> false;
        };
    }

    /** {@code shop-web-1}. */
    public String container(String service, int number) {
        return project + separator + service + separator + number;
    }

    /** {@code shop-web-run-0123456789ab}; the slug is 64 hexadecimal digits. */
    public String oneOff(String service, String slug) {
        return project + separator + service + separator + "run" + separator
                + slug.substring(0, Math.min(SHORT_ID, slug.length()));
    }

    /** {@code shop-web}: the image of a service that is built and names none. */
    public String image(String service) {
        return project + separator + service;
    }

    /** What a container's successor is called until the container is gone: {@code 0123456789ab_shop-web-1}. */
    public static String whileReplacing(String oldId, String name) {
        return oldId.substring(0, Math.min(SHORT_ID, oldId.length())) + "_" + name;
    }

    /** What a container is called that was replaced, and is kept until all has gone well. */
    static String aside(String oldId, String name) {
        return oldId.substring(Math.max(0, oldId.length() - SHORT_ID)) + "_" + name;
    }

    /** Whether {@link #whileReplacing} made this name out of {@code name}. */
    public static boolean isWhileReplacing(String candidate, String name) {
        return candidate.length() == SHORT_ID + 1 + name.length() && candidate.endsWith("_" + name)
                && candidate.chars().limit(SHORT_ID).allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
