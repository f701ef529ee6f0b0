package dev.jcompose.plan;

import dev.jcompose.engine.MountPoint;
import dev.jcompose.model.Mount;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Anonymous volumes that outlive the container they were made for. */
final class AnonymousVolumes {
    private static final int NAME_LENGTH = 64;

    private AnonymousVolumes() {
    }

    /** The mounts of a container, with the anonymous volumes of its predecessor wherever nothing else is mounted. */
    static List<Mount> inherit(List<Mount> mounts, List<String> tmpfs, ObservedContainer old) {
        List<Mount> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String path : tmpfs) {
            taken.add(path.indexOf(':') < 0 ? path : path.substring(0, path.indexOf(':')));
        }
        for (Mount mount : mounts) {
            taken.add(mount.target());
            all.add(mount.type() == Mount.Type.VOLUME && mount.source() == null
                    ? mount.withSource(nameAt(old, mount.target()))
                    : mount);
        }
        for (MountPoint mount : old.mounts()) {
            if (isAnonymous(mount) && taken.add(mount.destination())) {
                all.add(Mount.volume(mount.name(), mount.destination(), !mount.readWrite()));
            }
        }
        return all;
    }

    private static @org.jspecify.annotations.Nullable String nameAt(ObservedContainer old, String target) {
        return old.mounts().stream()
                .filter(mount -> mount.destination().equals(target) && isAnonymous(mount))
                .map(MountPoint::name)
                .findFirst().orElse(null);
    }

    /** The engine names volumes that nobody named with 64 hexadecimal digits. */
    private static boolean isAnonymous(MountPoint mount) {
        return mount.type().equals("volume") && mount.name().length() == NAME_LENGTH
                && mount.name().chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
