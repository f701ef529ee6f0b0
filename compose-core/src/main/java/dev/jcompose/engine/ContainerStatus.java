package dev.jcompose.engine;

import java.util.Locale;

/** What a container is doing, in the engine's words. */
public enum ContainerStatus {
    CREATED, RUNNING, PAUSED, RESTARTING, REMOVING, EXITED, DEAD;

    /** As the engine writes it: {@code running}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name; one that is not known counts as {@link #DEAD}. */
    public static ContainerStatus of(String text) {
        for (ContainerStatus status : values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        return DEAD;
    }
}
