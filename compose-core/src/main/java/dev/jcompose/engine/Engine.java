package dev.jcompose.engine;

/**
 * A container engine. Safe for use by many threads at once; every call blocks its thread until the engine has answered,
 * and ends with {@link EngineException.Interrupted} when that thread is interrupted. Opening one sends nothing: the
 * first call connects.
 */
public interface Engine extends AutoCloseable {
    /** Containers ({@code /containers}). */
    Containers containers();

    /** Commands run in containers ({@code /exec}). */
    Execs execs();

    /** Images ({@code /images}, {@code /build}, {@code /distribution}). */
    Images images();

    /** Networks ({@code /networks}). */
    Networks networks();

    /** Volumes ({@code /volumes}). */
    Volumes volumes();

    /** What happens in the engine ({@code /events}). */
    EngineEvents events();

    /** The engine itself ({@code /_ping}, {@code /version}, {@code /info}). */
    EngineSystem system();

    /** Where the engine is, as a person would name it: {@code unix:///var/run/docker.sock}. */
    String address();

    /** Whether other processes can be at work on it, too. */
    default boolean isShared() {
        return true;
    }

    /** Ends all that is open, streams included. Nothing in the engine changes. */
    @Override
    void close();
}
