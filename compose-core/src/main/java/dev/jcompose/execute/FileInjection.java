package dev.jcompose.execute;

import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.InjectedFile;
import dev.jcompose.source.ComposeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies configs and secrets into a container that does not run yet. */
public final class FileInjection {
    private FileInjection() {
    }

    /**
     * Copies the files that a start wants.
     *
     * @throws UnreadableFileException
     *             if one of them cannot be read here
     */
    public static void into(Engine engine, Action.StartContainer start) {
        if (start.files().isEmpty()) {
            return;
        }
        TarWriter tar = new TarWriter();
        for (InjectedFile file : start.files()) {
            tar.add(file.path(), file.uid(), file.gid(), file.mode(), contentOf(file));
        }
        engine.containers().putArchive(start.container().idOrName(), "/", new ByteArrayInputStream(tar.finish()),
                ArchiveOptions.DEFAULTS);
    }

    private static byte[] contentOf(InjectedFile file) {
        String content = file.content();
        String source = file.file();
        if (content != null || source == null) {
            return (content == null ? "" : content).getBytes(StandardCharsets.UTF_8);
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
