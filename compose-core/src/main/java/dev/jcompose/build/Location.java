package dev.jcompose.build;

import java.util.List;

/** Tells folders from addresses where a build section may name either. */
final class Location {
    private static final List<String> REMOTE = List.of("http://", "https://", "git://", "ssh://", "git@", "github.com/",
            "docker-image://", "oci-layout://", "target:");

    private Location() {
    }

    static boolean isRemote(String context) {
        return REMOTE.stream().anyMatch(context::startsWith);
    }
}
