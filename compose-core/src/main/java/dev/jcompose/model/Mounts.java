package dev.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the outside a container sees in its file system.
 *
 * @param tmpfs
 *            {@code path} or {@code path:options}
 * @param volumesFrom
 *            {@code service[:ro|rw]} or {@code container:name[:ro|rw]}
 * @param useApiSocket
 *            whether the engine's socket and the user's credentials are handed in
 */
public record Mounts(List<Mount> volumes, List<String> tmpfs, List<String> volumesFrom, List<FileUse> configs,
        List<FileUse> secrets, boolean useApiSocket) {
    public Mounts {
        volumes = List.copyOf(volumes);
        tmpfs = List.copyOf(tmpfs);
        volumesFrom = List.copyOf(volumesFrom);
        configs = List.copyOf(configs);
        secrets = List.copyOf(secrets);
    }

    static Mounts decode(Attributes a) {
        return new Mounts(a.objects("volumes", Mount::decode), a.strings("tmpfs"), a.strings("volumes_from"),
                a.objects("configs", FileUse::decode), a.objects("secrets", FileUse::decode), a.flag("use_api_socket"));
    }

    /** The same with other volumes. */
    public Mounts withVolumes(List<Mount> other) {
        return new Mounts(other, tmpfs, volumesFrom, configs, secrets, useApiSocket);
    }

    /**
     * A service's use of a config or a secret.
     *
     * @param source
     *            its key in the top-level section or {@code secrets}
     * @param target
     *            where it appears; null for the default place
     * @param mode
     *            permission bits; null for 0444
     */
    public record FileUse(String source, @Nullable String target, @Nullable String uid, @Nullable String gid,
            @Nullable Integer mode) {
        static FileUse decode(Attributes a) {
            return new FileUse(a.string("source", ""), a.string("target"), a.string("uid"), a.string("gid"),
                    a.mode("mode"));
        }
    }
}
