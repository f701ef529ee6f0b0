package dev.jcompose.engine;

/**
 * Something mounted in a container.
 *
 * @param type
 *            {@code bind}, {@code volume}, {@code tmpfs}, {@code image}…
 * @param name
 *            the volume's; empty where it is none
 * @param source
 *            path on the engine's host
 * @param destination
 *            path in the container
 * @param driver
 *            the volume's; empty where it is none
 * @param mode
 *            options of the short form, such as {@code z}
 */
public record MountPoint(String type, String name, String source, String destination, String driver, String mode,
        boolean readWrite) {}
