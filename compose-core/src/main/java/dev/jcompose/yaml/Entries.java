package dev.jcompose.yaml;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a mapping, which nobody can change, so that mappings can share them. A tree has many mappings, and
 * each stage gives some of them another origin or tag.
 */
final class Entries extends AbstractMap<String, Mapping.Entry> {
    private final Map<String, Mapping.Entry> map;
    private final Map<String, Mapping.Entry> view;

    private Entries(Map<String, Mapping.Entry> map) {
        this.map = map;
        this.view = Collections.unmodifiableMap(map);
    }

    /** The same where it cannot change, else a copy. */
    static Entries copyOf(Map<String, Mapping.Entry> map) {
        return map instanceof Entries same ? same : new Entries(new LinkedHashMap<>(map));
    }

    /** Around a map that its maker keeps no reference to. */
    static Entries owning(Map<String, Mapping.Entry> map) {
        return new Entries(map);
    }

    @Override
    public Mapping.@Nullable Entry get(@Nullable Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Mapping.Entry> action) {
        map.forEach(action);
    }

    @Override
    public Set<String> keySet() {
        return view.keySet();
    }

    @Override
    public Set<Map.Entry<String, Mapping.Entry>> entrySet() {
        return view.entrySet();
    }
}
