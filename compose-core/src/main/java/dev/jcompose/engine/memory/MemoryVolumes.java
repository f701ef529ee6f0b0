package dev.jcompose.engine.memory;

import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.engine.VolumeSpec;
import dev.jcompose.engine.Volumes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Volumes, by name. */
final class MemoryVolumes implements Volumes {
    private final World world;
    private final Map<String, VolumeDetails> volumes = new TreeMap<>();

    MemoryVolumes(World world) {
        this.world = world;
    }

    @Override
    public List<VolumeDetails> list(VolumeFilter filter) {
        synchronized (world) {
            return volumes.values().stream().filter(volume -> matches(volume, filter.filters())).toList();
        }
    }

    private static boolean matches(VolumeDetails volume, Map<String, List<String>> filters) {
        return World.matches(volume.labels(), filters.getOrDefault("label", List.of()))
                && filters.getOrDefault("name", List.of("")).stream().anyMatch(volume.name()::contains)
                && filters.getOrDefault("driver", List.of(volume.driver())).contains(volume.driver());
    }

    @Override
    public VolumeDetails inspect(String volume) {
        synchronized (world) {
            VolumeDetails found = volumes.get(volume);
            if (found == null) {
                throw World.notFound("inspect", "volume", volume);
            }
            return found;
        }
    }

    @Override
    public VolumeDetails create(VolumeSpec spec) {
        synchronized (world) {
            VolumeDetails present = volumes.get(spec.name());
            if (present != null) {
                return present;
            }
            world.wrote("volume", "create", spec.name());
            return add(spec.name(), spec.driver(), spec.options(), spec.labels());
        }
    }

    /** A volume that a container brings along. */
    void ensure(String name) {
        if (!volumes.containsKey(name)) {
            add(name, null, Map.of(), Map.of());
        }
    }

    private VolumeDetails add(String name, @Nullable String driver, Map<String, String> options,
            Map<String, String> labels) {
        VolumeDetails volume = new VolumeDetails(name, driver == null ? "local" : driver, "/volumes/" + name, "local",
                world.now().toString(), labels, options);
        volumes.put(name, volume);
        world.happened("volume", "create", name, Map.of("driver", volume.driver()));
        return volume;
    }

    @Override
    public void remove(String volume, boolean force) {
        synchronized (world) {
            if (!volumes.containsKey(volume)) {
                if (force) {
                    return;
                }
                throw World.notFound("remove", "volume", volume);
            }
            if (world.containers().isVolumeUsed(volume)) {
                throw World.conflict("remove", "volume", volume, "remove " + volume + ": volume is in use");
            }
            world.wrote("volume", "remove", volume);
            drop(volume);
        }
    }

    /** A volume that goes with its container. */
    void drop(String volume) {
        if (volumes.remove(volume) != null) {
            world.happened("volume", "destroy", volume, Map.of());
        }
    }
}
