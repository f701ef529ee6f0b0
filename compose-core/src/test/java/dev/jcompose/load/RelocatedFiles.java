package dev.jcompose.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files that are in one folder and claim to be in another, as recorded results spell it. */
final class RelocatedFiles implements FileSource {
    private final Path claimed;
    private final Path real;
    private final LocalFiles files = new LocalFiles();

    RelocatedFiles(Path claimed, Path real) {
        this.claimed = claimed;
        this.real = real;
    }

    private Path real(Path path) {
        return path.startsWith(claimed) ? real.resolve(claimed.relativize(path)) : path;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return files.read(real(file));
    }

    @Override
    public byte[] readStandardInput() throws IOException {
        return files.readStandardInput();
    }

    @Override
    public boolean exists(Path path) {
        return files.exists(real(path));
    }

    @Override
    public boolean isDirectory(Path path) {
        return files.isDirectory(real(path));
    }

    @Override
    public List<String> names(Path folder) {
        return files.names(real(folder));
    }

    @Override
    public Path resolveLinks(Path path) {
        if (!path.startsWith(claimed)) {
            return path;
        }
        Path resolved = files.resolveLinks(real(path));
        return resolved.startsWith(real) ? claimed.resolve(real.relativize(resolved)) : resolved;
    }
}
