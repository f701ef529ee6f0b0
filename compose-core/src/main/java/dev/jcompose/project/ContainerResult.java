package dev.jcompose.project;

/**
 * What {@code up} did with one container.
 *
 * @param name
 *            the container's name in the engine
 * @param outcome
 *            what was done
 * @param cause
 *            why, in words for a person: {@code no container yet}, {@code environment.LOG_LEVEL: info → debug}
 */
public record ContainerResult(String name, Outcome outcome, String cause) {

    /** What can be done with a container. */
    public enum Outcome {
        /** There was none. */
        CREATED,
        /** There was one, and it was not as the project wants it: another one took its place. */
        RECREATED,
        /** There was one that did not run. */
        STARTED,
        /** It was found as it should be. */
        REUSED
    }
}
