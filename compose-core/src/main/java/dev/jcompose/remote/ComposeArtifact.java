package dev.jcompose.remote;

/** The names that docker compose gives to the parts of a project in a registry. */
public final class ComposeArtifact {
    /** The kind of a manifest (OCI 1.1). */
    public static final String TYPE = "application/vnd.docker.compose.project";
    /** What tells the kind of a manifest by its configuration (OCI 1.0). */
    public static final String CONFIGURATION = "application/vnd.docker.compose.config.empty.v1+json";
    /** A layer that is a Compose file. */
    public static final String FILE = "application/vnd.docker.compose.file+yaml";
    /** A layer that is an env file. */
    public static final String ENV_FILE = "application/vnd.docker.compose.envfile";
    /** The annotation with a Compose file's name. */
    public static final String FILE_NAME = "com.docker.compose.file";
    /** The annotation of a Compose file that others extend: it stays a file of its own. */
    public static final String EXTENDED = "com.docker.compose.extends";
    /** The annotation with an env file's name. */
    public static final String ENV_FILE_NAME = "com.docker.compose.envfile";
    /** The annotation with the version of the program that published. */
    public static final String VERSION = "com.docker.compose.version";

    private ComposeArtifact() {
    }
}
