package dev.jcompose.remote;

import dev.jcompose.digest.Sha256;
import dev.jcompose.load.RemoteFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of files that were fetched, each under the hash of what is in it: {@code $XDG_CACHE_HOME/docker-compose}, or
 * {@code ~/.cache/docker-compose}. A folder appears whole or not at all. Which hash a reference had last is kept
 * beside, for work without a network.
 */
final class RemoteCache {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;

    RemoteCache(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        this.folder = (cache.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".cache") : Path.of(cache))
                .toAbsolutePath().normalize().resolve("docker-compose");
    }

    /** Fills a folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Where the files with some hash are, or would be. */
    Path place(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new RemoteFileException("'" + hash + "' is no hash", "");
        }
        return folder.resolve(hash);
    }

    /**
     * The folder with some hash.
     *
     * @param isWhole
     *            whether a folder that is there already can be used; if not, it gives way
     */
    Path get(String hash, Predicate<Path> isWhole, Filling filling) {
        Path place = place(hash);
        if (isWhole.test(place)) {
            return place;
        }
        try {
            Files.createDirectories(folder.resolve("tmp"), PRIVATE);
            Path fresh = Files.createTempDirectory(folder.resolve("tmp"), "new", PRIVATE);
            try {
                filling.fill(fresh);
                move(fresh, place, isWhole);
            } finally {
                delete(fresh);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RemoteFileException("cannot be kept in " + folder + ": " + e.getMessage(), "", e);
        }
        return place;
    }

    private static void move(Path fresh, Path place, Predicate<Path> isWhole) throws IOException {
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!isWhole.test(place)) {
                delete(place);
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Remembers which hash a reference has today. */
    void remember(String reference, String hash) {
        try {
            Path file = note(reference);
            Files.createDirectories(file.getParent(), PRIVATE);
            Path fresh = Files.createTempFile(file.getParent(), "new", "");
            Files.write(fresh, List.of(hash), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            throw new RemoteFileException("cannot be kept in " + folder + ": " + e.getMessage() + " is no folder", "",
                    e);
        } catch (IOException e) {
            throw new RemoteFileException("cannot be kept in " + folder + ": " + e.getMessage(), "", e);
        }
    }

    /** The hash that a reference had when it was fetched last. */
    Optional<String> remembered(String reference) {
        try {
            return Optional.of(Files.readString(note(reference)).strip()).filter(hash -> HASH.matcher(hash).matches());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path note(String reference) {
        return folder.resolve("references").resolve(
                Sha256.of(reference));
    }
}
