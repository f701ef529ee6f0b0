package dev.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a service's volumes in its long form.
 *
 * @param type
 *            what is mounted
 * @param source
 *            {@code bind}: the host's absolute path; {@code volume}: a key of the top-level volumes, or, once resolved
 *            for a container, the volume's own name; {@code image}: a reference. Null for an anonymous volume.
 * @param target
 *            path in the container
 * @param consistency
 *            how strictly host and container must agree; the engine's word
 * @param bind
 *            null where the file has no {@code bind} mapping
 * @param volume
 *            null where the file has no {@code volume} mapping
 * @param tmpfs
 *            null where the file has no {@code tmpfs} mapping
 * @param image
 *            null where the file has no {@code image} mapping
 */
public record Mount(Type type, @Nullable String source, String target, boolean readOnly, @Nullable String consistency,
        @Nullable BindOptions bind, @Nullable VolumeOptions volume, @Nullable TmpfsOptions tmpfs,
        @Nullable ImageOptions image) {

    /** What is mounted. */
    public enum Type {
        BIND, VOLUME, TMPFS, IMAGE, NPIPE, CLUSTER;

        /** As the specification and the engine write it: {@code bind}. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A path of the host. */
    public static Mount bind(String source, String target, boolean readOnly) {
        return new Mount(Type.BIND, source, target, readOnly, null, null, null, null, null);
    }

    /** A file of the host that must exist, read-only: how configs and secrets from files are mounted. */
    public static Mount file(String source, String target) {
        BindOptions existing = new BindOptions(null, false, null, null);
        return new Mount(Type.BIND, source, target, true, null, existing, null, null, null);
    }

    /** A volume; null makes an anonymous one. */
    public static Mount volume(@Nullable String source, String target, boolean readOnly) {
        return new Mount(Type.VOLUME, source, target, readOnly, null, null, null, null, null);
    }

    static Mount decode(Attributes a) {
        return new Mount(typeOf(a.string("type", "volume")), a.string("source"), a.string("target", ""),
                a.flag("read_only"), a.string("consistency"), a.object("bind", BindOptions::decode),
                a.object("volume", VolumeOptions::decode), a.object("tmpfs", TmpfsOptions::decode),
                a.object("image", ImageOptions::decode));
    }

    /** The same mount of something else. */
    public Mount withSource(@Nullable String other) {
        return new Mount(type, other, target, readOnly, consistency, bind, volume, tmpfs, image);
    }

    private static Type typeOf(String text) {
        for (Type type : Type.values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        return Type.VOLUME;
    }

    /**
     * How a path of the host is mounted.
     *
     * @param createHostPath
     *            whether a missing path is made as a folder
     * @param recursive
     *            {@code enabled}, {@code disabled}, {@code writable}, {@code readonly}
     * @param selinux
     *            {@code z} or {@code Z}
     */
    public record BindOptions(@Nullable String propagation, boolean createHostPath, @Nullable String recursive,
            @Nullable String selinux) {
        static BindOptions decode(Attributes a) {
            return new BindOptions(a.string("propagation"), a.flag("create_host_path"), a.string("recursive"),
                    a.string("selinux"));
        }
    }

    /** How a volume is mounted: labels for an anonymous one, no copy of the image's files, a folder in it. */
    public record VolumeOptions(Map<String, String> labels, boolean nocopy, @Nullable String subpath) {
        public VolumeOptions { labels = Ordered.copyOf(labels); }

        static VolumeOptions decode(Attributes a) {
            return new VolumeOptions(a.stringMap("labels"), a.flag("nocopy"), a.string("subpath"));
        }
    }

    /** A file system in memory: its size in bytes and the permission bits of its root. */
    public record TmpfsOptions(@Nullable Long size, @Nullable Integer mode) {
        static TmpfsOptions decode(Attributes a) {
            return new TmpfsOptions(a.bytes("size"), a.mode("mode"));
        }
    }

    /** A folder of an image. */
    public record ImageOptions(@Nullable String subpath) {
        static ImageOptions decode(Attributes a) {
            return new ImageOptions(a.string("subpath"));
        }
    }
}
