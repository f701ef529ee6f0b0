package dev.jcompose.engine;

/** The engine itself. */
public interface EngineSystem {
    /** Whether it answers, and which API it speaks ({@code GET /_ping}). */
    Ping ping();

    /** The version of the API that is spoken with it, such as {@code 1.51}: the newest that both sides know. */
    String apiVersion();

    /** What it is ({@code GET /version}). */
    EngineVersion version();

    /** How it is set up ({@code GET /info}). */
    EngineInfo info();

    /**
     * The answer to a ping.
     *
     * @param apiVersion
     *            the newest API version that the engine speaks: {@code 1.51}
     * @param osType
     *            {@code linux} or {@code windows}
     * @param builderVersion
     *            {@code 1} for the classic builder, {@code 2} for BuildKit; empty where not told
     * @param isPodman
     *            whether it is Podman's Docker-compatible socket
     */
    record Ping(String apiVersion, String osType, String builderVersion, boolean isPodman) {}

    /** What the engine is, in its own words; empty where not told. */
    record EngineVersion(String version, String apiVersion, String minApiVersion, String os, String architecture) {}

    /**
     * How the engine is set up.
     *
     * @param id
     *            tells engines from each other; empty where not told
     * @param cpus
     *            how many processors it has
     * @param memory
     *            bytes
     */
    record EngineInfo(String id, String name, String serverVersion, String osType, String architecture, String rootDir,
            String cgroupVersion, int cpus, long memory, boolean swarmActive) {}
}
