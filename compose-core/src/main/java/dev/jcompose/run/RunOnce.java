package dev.jcompose.run;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.ResourceNames;
import dev.jcompose.plan.RunOptions;
import dev.jcompose.plan.UnknownServiceException;
import dev.jcompose.source.ComposeException;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A one-off command that need not run again when it has succeeded with the same configuration, image and inputs. The
 * container that succeeded is the record of it: it stays until it is removed, with the project at the latest. A service
 * declares this with {@code x-run-once: true} or {@code x-run-once: {inputs: [PATH, …]}}, paths being relative to the
 * project.
 */
public final class RunOnce {
    private static final String EXTENSION = "x-run-once";

    private final Engine engine;
    private final Project project;
    private final String service;
    private final String digest;

    private RunOnce(Engine engine, Project project, String service, String digest) {
        this.engine = engine;
        this.project = project;
        this.service = service;
        this.digest = digest;
    }

    /** Whether the service declares that it need run once only. */
    public static boolean isDeclared(Service service) {
        Node declared = service.canonical().get(EXTENSION);
        return declared instanceof Mapping || (declared instanceof Scalar scalar && scalar.text().equals("true"));
    }

    /**
     * A command as it is to be run now; its image must be there to be compared.
     *
     * @throws UnreadableInputException
     *             if an input cannot be read
     */
    public static RunOnce of(Engine engine, Project project, RunOptions options) {
        Service service = project.service(options.service())
                .orElseThrow(() -> new UnknownServiceException(options.service(), project.services().keySet()));
        Sha256 sum = new Sha256();
        add(sum, service.canonical().toString());
        add(sum, List.of(String.valueOf(options.command()), String.valueOf(options.entrypoint()),
                options.environment(), String.valueOf(options.user()), String.valueOf(options.workingDir()),
                options.volumes(), options.capAdd(), options.capDrop()).toString());
        add(sum, imageId(engine, project, service));
        for (String input : inputs(service)) {
            addTree(sum, Path.of(project.origin().workingDirectory()).resolve(input));
        }
        return new RunOnce(engine, project, service.name(), sum.hex());
    }

    private static String imageId(Engine engine, Project project, Service service) {
        String named = service.image();
        String image = named == null ? ResourceNames.of(project).image(service.name()) : named;
        try {
            return engine.images().inspect(image).id();
        } catch (EngineException.NotFound absent) {
            return "";
        }
    }

    private static List<String> inputs(Service service) {
        List<String> inputs = new ArrayList<>();
        if (service.canonical().get(EXTENSION) instanceof Mapping options
                && options.get("inputs") instanceof Sequence paths) {
            paths.items().forEach(path -> inputs.add(path instanceof Scalar scalar ? scalar.text() : path.toString()));
        }
        return inputs;
    }

    private static void addTree(Sha256 sum, Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.sorted().toList()) {
                add(sum, root.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    sum.add(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableInputException(root, e);
        }
    }

    private static void add(Sha256 sum, String text) {
        sum.add((text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** For the container's label. */
    public String digest() {
        return digest;
    }

    /** The name of the container that has done it already. */
    public Optional<String> doneBy() {
        return Observer.containers(engine, project.name()).stream()
                .filter(container -> container.oneOff() && container.service().equals(service)
                        && container.status() == ContainerStatus.EXITED
                        && container.label(Labels.RUN_ONCE).equals(digest))
                .filter(container -> hasSucceeded(container)).map(ObservedContainer::name).findFirst();
    }

    private boolean hasSucceeded(ObservedContainer container) {
        try {
            ContainerDetails details = engine.containers().inspect(container.id());
            return details.state().exitCode() == 0 && details.state().startedAt() != null;
        } catch (EngineException.NotFound removedMeanwhile) {
            return false;
        }
    }

    /** What a command depends on cannot be read. */
    public static final class UnreadableInputException extends ComposeException {
        private static final long serialVersionUID = 1L;

        UnreadableInputException(Path input, Exception cause) {
            super("cannot read " + input + ", an input of " + EXTENSION + ": " + cause.getMessage(), cause);
        }
    }
}
