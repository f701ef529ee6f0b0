package dev.jcompose.plan;

import dev.jcompose.model.Service;

/**
 * An image to be built.
 *
 * @param image
 *            the reference that it is given
 * @param service
 *            whose {@code build} section says how
 */
public record BuildTarget(String image, Service service) {}
