package dev.jcompose.engine;

/**
 * The labels by which Compose knows its own. Those that begin with {@code com.docker.compose.} are shared with docker
 * compose, and mean the same to both.
 */
public final class Labels {
    private static final String COMPOSE = "com.docker.compose.";
    private static final String OWN = "dev.jcompose.";

    /** Project name; on all that belongs to a project. */
    public static final String PROJECT = COMPOSE + "project";
    /** Service name; on containers and built images. */
    public static final String SERVICE = COMPOSE + "service";
    /** Digest of the configuration; its presence marks a service's container. */
    public static final String CONFIG_HASH = COMPOSE + "config-hash";
    /** Number among the service's containers, from 1; one-off containers have none. */
    public static final String CONTAINER_NUMBER = COMPOSE + "container-number";
    /** {@code True} or {@code False}. */
    public static final String ONEOFF = COMPOSE + "oneoff";
    /** Random part of a one-off's name: 64 hexadecimal digits. */
    public static final String SLUG = COMPOSE + "slug";
    /** Id of the image that the container was made of. */
    public static final String IMAGE = COMPOSE + "image";
    /** Digests of images mounted as volumes. */
    public static final String IMAGE_VOLUME_DIGEST = COMPOSE + "image-volume-digest";
    /** {@code service:condition:restart}, joined by commas. */
    public static final String DEPENDS_ON = COMPOSE + "depends_on";
    /** Absolute path of the project's folder. */
    public static final String WORKING_DIR = COMPOSE + "project.working_dir";
    /** Absolute paths of the Compose files, joined by commas. */
    public static final String CONFIG_FILES = COMPOSE + "project.config_files";
    /** Absolute paths of the environment files that were named, joined by commas. */
    public static final String ENVIRONMENT_FILE = COMPOSE + "project.environment_file";
    /** Version of the program that made it. */
    public static final String VERSION = COMPOSE + "version";
    /** {@code service-number} of the container that this one was made to replace. */
    public static final String REPLACE = COMPOSE + "replace";
    /** Key of a network. */
    public static final String NETWORK = COMPOSE + "network";
    /** Key of a volume. */
    public static final String VOLUME = COMPOSE + "volume";
    /** {@code classic} on images of the classic builder. */
    public static final String IMAGE_BUILDER = COMPOSE + "image.builder";
    /** {@link #PRE_START} on containers of such a hook. */
    public static final String HOOK = COMPOSE + "hook";
    /** Value of {@link #HOOK}: runs before the first container of its service. */
    public static final String PRE_START = "pre_start";
    /** Which engine's container this stands for. */
    public static final String ENGINE = COMPOSE + "engine";

    /** The canonical configuration as JSON, secrets as digests, so that a change can be told by attribute. */
    public static final String CONFIGURATION = OWN + "configuration";
    /** On containers of {@code run}: what their command, configuration, image and inputs were. */
    public static final String RUN_ONCE = OWN + "run-once";
    /** On containers of {@code run --rm}: which process made them, {@code host/pid/start}. */
    public static final String RUN_BY = OWN + "run-by";
    /** {@code configs.key=digest} and {@code secrets.key=digest} of what was in them, joined by commas. */
    public static final String CONTENT_DIGESTS = OWN + "content-digests";

    /** Config hash without the variables that providers and models supply; on containers that may have some. */
    public static final String FILE_HASH = OWN + "file-hash";

    /** Whether a label is for Compose to read, not for people. */
    public static boolean isOfCompose(String label) {
        return label.startsWith(COMPOSE) || label.startsWith(OWN);
    }

    /** Whether a label is one that docker compose does not have. */
    public static boolean isOwn(String label) {
        return label.startsWith(OWN);
    }

    private Labels() {
    }
}
