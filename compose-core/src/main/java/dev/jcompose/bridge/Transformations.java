package dev.jcompose.bridge;

import dev.jcompose.archive.FileTree;
import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarReader;
import dev.jcompose.archive.TarSource;
import dev.jcompose.archive.TarStream;
import dev.jcompose.archive.Unpacking;
import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images.ImageFilter;
import dev.jcompose.engine.Session;
import dev.jcompose.model.Service;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images that turn a Compose model into something else: they find the model in {@code /in/compose.yaml}, their templates
 * in {@code /templates}, and leave what they make in {@code /out}. Files go in and out as archives, so that the engine
 * may be on another machine.
 */
public final class Transformations {
    /** What docker's users get if they name no other. */
    public static final String USUAL = "docker/compose-bridge-kubernetes";

    private static final String LABEL = "com.docker.compose.bridge=transformation";
    private static final String TEMPLATES = "templates";

    private final Engine engine;

    /** Of that engine; nothing is sent to it yet. */
    public Transformations(Engine engine) {
        this.engine = engine;
    }

    /** Those that the engine has. */
    public List<ImageSummary> list() {
        return engine.images().list(ImageFilter.labelled(LABEL));
    }

    /**
     * Has an image transform a model.
     *
     * @param model
     *            the canonical YAML
     * @param templates
     *            over the image's own; null for those
     * @param output
     *            where the result goes; made if it is not there
     * @param log
     *            what the transformer has to say
     * @throws BridgeException
     *             if the image is not there or fails
     */
    public void convert(String image, String model, @Nullable Path templates, Path output, OutputStream log) {
        String container = create(image, "environment: {LICENSE_AGREEMENT: 'true'}");
        try {
            TarEntry file = TarEntry.of("in/compose.yaml", 0644, 0, 0, model.getBytes(StandardCharsets.UTF_8));
            put(container, TarSource.of(List.of(TarEntry.folder("in", 0755), file, TarEntry.folder("out", 0777))));
            if (templates != null) {
                put(container, new FileTree(templates, TEMPLATES, below -> true));
            }
            int code = run(container, log);
            if (code != 0) {
                throw new BridgeException("transformation " + image + " failed with exit code " + code);
            }
            take(container, "/out/.", output);
        } catch (IOException e) {
            throw new BridgeException("cannot write to " + output + ": " + e.getMessage(), e);
        } finally {
            engine.containers().remove(container, true, true);
        }
    }

    /**
     * Begins a transformation of one's own: a copy of another's templates, and the Dockerfile for an image with them.
     *
     * @param folder
     *            not there yet
     */
    public void copy(String image, Path folder) {
        if (Files.exists(folder)) {
            throw new BridgeException("output folder " + folder + " already exists");
        }
        String container = create(image, "");
        try {
            take(container, "/" + TEMPLATES, folder);
            Files.writeString(folder.resolve("Dockerfile"),
                    "FROM docker/compose-bridge-transformer\nLABEL " + LABEL + "\nCOPY templates /templates\n");
        } catch (IOException e) {
            throw new BridgeException("cannot write to " + folder + ": " + e.getMessage(), e);
        } finally {
            engine.containers().remove(container, true, true);
        }
    }

    private String create(String image, String yaml) {
        Service service = Service.decode("transformation",
                (Mapping) YamlReader.read("transformation", "{" + yaml + "}").getFirst());
        try {
            return engine.containers().create(ContainerSpec.of(null, image, service)).id();
        } catch (EngineException.NotFound e) {
            throw new BridgeException("transformation image " + image
                    + " is not there: pull it, or name another with --transformation (see 'bridge transformations ls')",
                    e);
        }
    }

    private int run(String container, OutputStream log) throws IOException {
        try (Session session = engine.containers().attach(container, AttachOptions.OUTPUT);
                ExitWatch exit = engine.containers().watchExit(container, WaitCondition.NEXT_EXIT)) {
            engine.containers().start(container);
            while (session.hasNext()) {
                Frame frame = session.next();
                log.write(frame.bytes());
                log.flush();
            }
            return exit.await().code();
        }
    }

    private void put(String container, TarSource entries) {
        engine.containers().putArchive(container, "/", new TarStream(entries), ArchiveOptions.DEFAULTS);
    }

    private void take(String container, String path, Path folder) throws IOException {
        try (ContainerArchive archive = engine.containers().getArchive(container, path)) {
            Files.createDirectories(folder);
            new Unpacking(folder, false).run(new TarReader(archive.tar()), name -> name);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
