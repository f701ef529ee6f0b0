package dev.jcompose.watch;

import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarSource;
import dev.jcompose.archive.TarStream;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Execs.ExecSpec;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.observe.ObservedContainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings files of containers up to those here: one archive a container, and one command for what is to go. */
final class Syncer {
    /** The system takes 128 KiB of arguments at least; names are short of 256 bytes in the usual case. */
    private static final int NAMES_A_COMMAND = 200;

    private final Engine engine;

    Syncer(Engine engine) {
        this.engine = engine;
    }

    /**
     * Copies what is here and removes what is not.
     *
     * @param files
     *            path in the container to path here, sorted
     */
    void sync(ObservedContainer container, SequencedMap<String, Path> files) {
        List<String> gone = gone(files);
        for (int from = 0; from < gone.size(); from += NAMES_A_COMMAND) {
            List<String> command = new ArrayList<>(List.of("rm", "-rf", "--"));
            command.addAll(gone.subList(from, Math.min(gone.size(), from + NAMES_A_COMMAND)));
            run(container, ExecSpec.of(command.toArray(String[]::new)), "remove files of");
        }
        if (files.size() > gone.size()) {
            engine.containers().putArchive(container.id(), "/", new TarStream(present(files)),
                    ArchiveOptions.DEFAULTS);
        }
    }

    /** Only the topmost of what has gone. */
    private static List<String> gone(SequencedMap<String, Path> files) {
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            boolean covered = !gone.isEmpty() && gone.stream().anyMatch(above -> file.getKey().startsWith(above + "/"));
            if (!covered && !Files.exists(file.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                gone.add(file.getKey());
            }
        }
        return gone;
    }

    /** What is there when its turn comes; what goes meanwhile is told of by the next change. */
    private static TarSource present(SequencedMap<String, Path> files) {
        Iterator<Map.Entry<String, Path>> rest = files.entrySet().iterator();
        return () -> {
            while (rest.hasNext()) {
                Map.Entry<String, Path> file = rest.next();
                TarEntry entry = read(file.getKey().substring(1), file.getValue());
                if (entry != null) {
                    return entry;
                }
            }
            return null;
        };
    }

    private static @Nullable TarEntry read(String name, Path file) throws IOException {
        try {
            TarEntry entry = name.isEmpty() ? null : TarEntry.read(file, name);
            return entry == null ? null : opened(entry.ownedByRoot(), file);
        } catch (NoSuchFileException goneMeanwhile) {
            return null;
        }
    }

    /** Small files are read at once: an editor that is writing must not break the whole archive. */
    private static TarEntry opened(TarEntry entry, Path file) throws IOException {
        if (entry.type() != TarEntry.Type.FILE || entry.size() > (1 << 20)) {
            return entry;
        }
        byte[] content = Files.readAllBytes(file);
        return new TarEntry(entry.path(), entry.type(), entry.mode(), entry.uid(), entry.gid(), content.length,
                entry.modified(), "", () -> new java.io.ByteArrayInputStream(content));
    }

    /** Runs a command that a rule wants after copying; what it writes goes to the receiver. */
    void run(ObservedContainer container, Hook hook, Consumer<String> told) {
        List<String> environment = new ArrayList<>();
        hook.environment().forEach((key, value) -> environment.add(value == null ? key : key + "=" + value));
        String output = run(container, new ExecSpec(hook.command(), environment, hook.user(), hook.workingDir(),
                hook.privileged(), false, false, true, true, null, null), "run " + hook.command().getFirst() + " in");
        output.lines().forEach(told);
    }

    private String run(ObservedContainer container, ExecSpec command, String what) {
        String exec = engine.execs().create(container.id(), command);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Session session = engine.execs().start(exec)) {
            while (session.hasNext()) {
                Frame frame = session.next();
                output.writeBytes(frame.bytes());
            }
        } catch (EngineException.Rejected cannotBeStarted) {
            throw new WatchException("cannot " + what + " " + container.name() + ": " + cannotBeStarted.reason(),
                    cannotBeStarted);
        }
        String text = output.toString(StandardCharsets.UTF_8).strip();
        Integer code = engine.execs().inspect(exec).exitCode();
        if (code == null || code != 0) {
            throw new WatchException("cannot " + what + " " + container.name() + ": exit code " + code
                    + (text.isEmpty() ? "" : ": " + text));
        }
        return text;
    }
}
