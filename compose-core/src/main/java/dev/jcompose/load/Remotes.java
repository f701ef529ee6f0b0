package dev.jcompose.load;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one load fetched so far. */
final class Remotes {
    private final RemoteFiles source;
    private final Map<String, RemoteFile> fetched = new LinkedHashMap<>();

    Remotes(RemoteFiles source) {
        this.source = source;
    }

    /**
     * The local copy of what a reference names.
     *
     * @throws RemoteFileException
     *             if it cannot be had
     */
    RemoteFile fetch(String reference) {
        RemoteFile known = fetched.get(reference);
        if (known == null) {
            known = source.fetch(reference);
            fetched.put(reference, known);
        }
        return known;
    }

    /** How positions show a file, if it was fetched. */
    Optional<String> display(Path file) {
        return fetched.values().stream().filter(each -> each.holds(file)).findFirst().map(each -> each.display(file));
    }

    /** Whether a file was fetched. */
    boolean hold(Path file) {
        return fetched.values().stream().anyMatch(each -> each.holds(file));
    }
}
