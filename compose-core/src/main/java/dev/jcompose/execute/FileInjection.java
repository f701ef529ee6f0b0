package dev.jcompose.execute;

import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarSource;
import dev.jcompose.archive.TarStream;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.InjectedFile;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies configs and secrets into a container that does not run yet. */
public final class FileInjection {
    private FileInjection() {
    }

    /**
     * Copies the files that a start wants.
     *
     * @param environment
     *            tells where the user's credentials are, should they be wanted
     * @throws UnreadableFileException
     *             if one of them cannot be read here
     */
    public static void into(Engine engine, Action.StartContainer start, Map<String, String> environment) {
        if (start.files().isEmpty()) {
            return;
        }
        List<TarEntry> entries = new ArrayList<>();
        for (InjectedFile file : start.files()) {
            String path = file.path().startsWith("/") ? file.path().substring(1) : file.path();
            entries.add(TarEntry.of(path, file.mode(), file.uid(), file.gid(), contentOf(file, environment)));
        }
        engine.containers().putArchive(start.container().idOrName(), "/", new TarStream(TarSource.of(entries)),
                ArchiveOptions.DEFAULTS);
    }

    private static byte[] contentOf(InjectedFile file, Map<String, String> environment) {
        String content = file.content();
        String source = file.file();
        if (content != null || source == null) {
            return (content == null ? RegistryLogins.of(environment) : content).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Files.readAllBytes(Path.of(source));
        } catch (IOException e) {
            throw new UnreadableFileException(source, e);
        }
    }

    /** A file that is to be copied in cannot be read. */
    public static final class UnreadableFileException extends ComposeException {
        private static final long serialVersionUID = 1L;

        UnreadableFileException(String file, IOException cause) {
            super("cannot read " + file + ": " + cause.getMessage() + "; it is the file of a config or secret", cause);
        }
    }
}
