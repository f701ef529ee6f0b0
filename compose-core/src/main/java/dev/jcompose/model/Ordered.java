package dev.jcompose.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Unmodifiable copies that keep the order in which things were written, which {@link Map#copyOf} does not. */
public final class Ordered {
    private Ordered() {
    }

    /** The same entries in the same order; null values are allowed, as a variable without a value has one. */
    public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The same elements in the same order, each once. */
    public static <E> Set<E> setOf(Collection<? extends E> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }
}
