package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Mount.BindOptions;
import dev.jcompose.model.Mount.VolumeOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of the outside is mounted. The engine knows two spellings: the older {@code Binds}, which makes missing paths of
 * the host, and {@code Mounts}, which can say everything else. Docker compose uses the older where it suffices, and so
 * do we, so that its containers and ours are alike.
 */
final class MountsMapping {
    private MountsMapping() {
    }

    static void write(ContainerSpec spec, JsonObject host) {
        List<String> binds = new ArrayList<>();
        List<Object> mounts = new ArrayList<>();
        for (Mount mount : spec.mounts()) {
            if (isPlain(mount, spec)) {
                binds.add(bind(mount));
            } else {
                mounts.add(mount(mount));
            }
        }
        host.put("Binds", binds).put("Mounts", mounts).put("VolumesFrom", spec.volumesFrom())
                .put("Tmpfs", tmpfs(spec.service().mounts().tmpfs()));
    }

    private static boolean isPlain(Mount mount, ContainerSpec spec) {
        if (mount.source() == null) {
            return false;
        }
        return switch (mount.type()) {
            case BIND -> {
                BindOptions bind = mount.bind();
                yield bind == null
                        || (bind.createHostPath() && bind.propagation() == null && bind.recursive() == null);
            }
            case VOLUME -> {
                VolumeOptions volume = mount.volume();
                boolean plain = volume == null
                        || (volume.labels().isEmpty() && !volume.nocopy() && volume.subpath() == null);
                yield plain && isNamed(mount, spec);
            }
            case TMPFS, IMAGE, NPIPE, CLUSTER -> false;
        };
    }

    /** An anonymous volume that is handed on has a name here, but none in the service. */
    private static boolean isNamed(Mount mount, ContainerSpec spec) {
        return spec.service().mounts().volumes().stream()
                .anyMatch(volume -> volume.target().equals(mount.target()) && volume.source() != null);
    }

    private static String bind(Mount mount) {
        String selinux = mount.bind() == null || mount.bind().selinux() == null ? "" : "," + mount.bind().selinux();
        return mount.source() + ":" + mount.target() + ":" + (mount.readOnly() ? "ro" : "rw") + selinux;
    }

    private static Map<String, @Nullable Object> mount(Mount mount) {
        JsonObject body = new JsonObject().put("Type", mount.type().text()).put("Source", mount.source())
                .put("Target", mount.target()).flag("ReadOnly", mount.readOnly())
                .put("Consistency", mount.consistency());
        BindOptions bind = mount.bind();
        if (mount.type() == Mount.Type.BIND && bind != null) {
            body.always("BindOptions", bindOptions(bind).fields());
        }
        VolumeOptions volume = mount.volume();
        if (mount.type() == Mount.Type.VOLUME && volume != null) {
            body.always("VolumeOptions", new JsonObject().flag("NoCopy", volume.nocopy())
                    .put("Labels", volume.labels()).put("Subpath", volume.subpath()).fields());
        }
        if (mount.type() == Mount.Type.TMPFS && mount.tmpfs() != null) {
            body.always("TmpfsOptions", new JsonObject().nonZero("SizeBytes", mount.tmpfs().size())
                    .nonZero("Mode", mount.tmpfs().mode()).fields());
        }
        if (mount.type() == Mount.Type.IMAGE && mount.image() != null) {
            body.always("ImageOptions", new JsonObject().put("Subpath", mount.image().subpath()).fields());
        }
        return body.fields();
    }

    private static JsonObject bindOptions(BindOptions bind) {
        JsonObject options = new JsonObject().put("Propagation", bind.propagation()).flag("CreateMountpoint",
                bind.createHostPath());
        String recursive = bind.recursive() == null ? "enabled" : bind.recursive();
        return switch (recursive) {
            case "disabled" -> options.flag("NonRecursive", true);
            case "writable" -> options.flag("ReadOnlyNonRecursive", true);
            case "readonly" -> options.flag("ReadOnlyForceRecursive", true);
            default -> options;
        };
    }

    private static Map<String, String> tmpfs(List<String> entries) {
        Map<String, String> tmpfs = new LinkedHashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            tmpfs.put(colon < 0 ? entry : entry.substring(0, colon), colon < 0 ? "" : entry.substring(colon + 1));
        }
        return tmpfs;
    }
}
