package dev.jcompose.registry;

import java.util.List;

/** Kinds of manifests, of the OCI image specification and of docker before it. */
public final class MediaType {
    /** One image or artifact. */
    public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    /** Several of them. */
    public static final String INDEX = "application/vnd.oci.image.index.v1+json";
    /** {@code {}}, where a manifest must have a configuration but there is none. */
    public static final String EMPTY = "application/vnd.oci.empty.v1+json";

    private static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    static final List<String> MANIFESTS = List.of(INDEX, MANIFEST, DOCKER_LIST, DOCKER_MANIFEST);

    private MediaType() {
    }

    /** Whether it lists manifests. */
    public static boolean isIndex(String mediaType) {
        return mediaType.equals(INDEX) || mediaType.equals(DOCKER_LIST);
    }
}
