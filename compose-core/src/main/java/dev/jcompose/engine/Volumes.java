package dev.jcompose.engine;

import java.util.List;
import java.util.Map;

/** Volumes, by name. */
public interface Volumes {
    /** {@code GET /volumes}. */
    List<VolumeDetails> list(VolumeFilter filter);

    /**
     * {@code GET /volumes/{name}}.
     *
     * @throws EngineException.NotFound
     *             if there is no such volume
     */
    VolumeDetails inspect(String volume);

    /** {@code POST /volumes/create}; one that exists is returned as it is. */
    VolumeDetails create(VolumeSpec spec);

    /**
     * {@code DELETE /volumes/{name}}.
     *
     * @param force
     *            whether one that is not there is fine
     * @throws EngineException.Conflict
     *             if a container uses it
     */
    void remove(String volume, boolean force);

    /** Which volumes to list: by {@code name} (a part of it), {@code label}, {@code driver}, {@code dangling}. */
    record VolumeFilter(Map<String, List<String>> filters) {
        /** Every volume there is. */
        public static final VolumeFilter ALL = new VolumeFilter(Map.of());

        public VolumeFilter { filters = dev.jcompose.model.Ordered.copyOf(filters); }

        /** With all of these labels, each {@code name} or {@code name=value}. */
        public static VolumeFilter labelled(String... labels) {
            return new VolumeFilter(Map.of("label", List.of(labels)));
        }

        /** Whose name contains one of these. */
        public static VolumeFilter named(String... names) {
            return new VolumeFilter(Map.of("name", List.of(names)));
        }
    }
}
