package dev.jcompose.publish;

import java.util.Optional;

/** The version of the OCI image specification that an artifact is written by. */
public enum OciVersion {
    /** Has no kinds of artifacts; the configuration's kind stands in. */
    V1_0,
    /** Tells the kind of an artifact. */
    V1_1;

    /**
     * What {@code --oci-version} says; nothing where it says nothing, and the registry decides.
     *
     * @throws PublishException
     *             for any other version
     */
    public static Optional<OciVersion> parse(String text) {
        return switch (text) {
            case "" -> Optional.empty();
            case "1.0" -> Optional.of(V1_0);
            case "1.1" -> Optional.of(V1_1);
            default -> throw new PublishException("unsupported OCI version \"" + text + "\": use 1.0 or 1.1", null);
        };
    }
}
