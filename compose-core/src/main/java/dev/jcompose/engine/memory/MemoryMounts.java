package dev.jcompose.engine.memory;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.model.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is mounted in a new container. */
final class MemoryMounts {
    private MemoryMounts() {
    }

    /** Those of the specification, and the volumes that the image declares; what has no name gets one. */
    static List<MountPoint> of(World world, ContainerSpec spec) {
        List<MountPoint> points = new ArrayList<>();
        List<Mount> wanted = new ArrayList<>(spec.mounts());
        Set<String> declared = world.images().volumesOf(spec.image());
        for (String path : declared) {
            if (wanted.stream().noneMatch(mount -> mount.target().equals(path))) {
                wanted.add(Mount.volume(null, path, false));
            }
        }
        for (Mount mount : wanted) {
            String source = mount.source() == null ? "" : mount.source();
            boolean volume = mount.type() == Mount.Type.VOLUME;
            String name = !volume ? "" : source.isEmpty() ? world.newId() : source;
            if (volume) {
                world.volumes().ensure(name);
            }
            points.add(new MountPoint(mount.type().text(), name, volume ? "/volumes/" + name : source, mount.target(),
                    volume ? "local" : "", "", !mount.readOnly()));
        }
        return points;
    }
}
