package dev.jcompose.load;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words for people why a file cannot be read: the exceptions of the JDK often hold but its name. */
final class Unreadable {
    private Unreadable() {
    }

    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file";
            case AccessDeniedException denied -> "cannot be read: permission denied";
            case FileSystemException other when other.getReason() != null ->
                "cannot be read: " + other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
