package dev.jcompose.archive;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the entries of an archive to come, one after the other. For one thread at a time. */
@FunctionalInterface
public interface TarSource {
    /** The next entry; null after the last. */
    @Nullable
    TarEntry next() throws IOException;

    /** Entries that are known already. */
    static TarSource of(List<TarEntry> entries) {
        Iterator<TarEntry> rest = List.copyOf(entries).iterator();
        return () -> rest.hasNext() ? rest.next() : null;
    }
}
