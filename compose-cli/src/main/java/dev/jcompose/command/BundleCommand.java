package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.format.Json;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.PushPlan;
import dev.jcompose.plan.ResourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code bundle}, of version 1: the services as a distributed application bundle, with images by their digests. */
public final class BundleCommand extends Command {
    private final Text output = syntax.text("-o, --output", "PATH", "Where to write to (default PROJECT.dab)");
    private final Flag pushImages = syntax.flag("--push-images", "Push built images first, so that they have digests");

    public BundleCommand() {
        super("bundle", "Write a bundle of the services (version 1)");
        syntax.example("jcompose bundle --push-images -o shop.dab");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(List.of());
        if (pushImages.on() && !session.isDryRun()) {
            PlanCommand.carryOut(session, PushPlan.of(project, List.of(), false, false), false, null);
        }
        Map<String, Object> services = new TreeMap<>();
        project.services().values().forEach(service -> services.put(service.name(), entry(session, project, service)));
        String text = Json.of(new TreeMap<>(Map.of("Version", "0.1", "Services", services)));
        Path file = session.directory().resolve(output.or(project.name() + ".dab"));
        if (session.isDryRun()) {
            session.out().println(text);
            return ExitCode.OK;
        }
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + e.getMessage(), e);
        }
        session.err().println("Wrote bundle to " + output.or(project.name() + ".dab"));
        return ExitCode.OK;
    }

    private static Map<String, Object> entry(Session session, Project project, Service service) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("Image", pinned(session, project, service));
        List<String> entrypoint = service.process().entrypoint();
        List<String> command = service.process().command();
        if (entrypoint != null) {
            entry.put("Command", entrypoint);
        }
        if (command != null) {
            entry.put("Args", command);
        }
        List<String> environment = new ArrayList<>();
        service.process().environment().forEach((name, value) -> environment
                .add(value == null ? name : name + "=" + value));
        putUnlessEmpty(entry, "Env", environment);
        if (!service.metadata().labels().isEmpty()) {
            entry.put("Labels", new TreeMap<>(service.metadata().labels()));
        }
        putUnlessEmpty(entry, "Ports", service.networking().ports().stream()
                .map(port -> new TreeMap<>(Map.<String, Object>of("Protocol", port.protocol(), "Port", port.target())))
                .distinct().toList());
        putUnlessEmpty(entry, "Networks", List.copyOf(service.networking().networks().keySet()));
        String user = service.process().user();
        String folder = service.process().workingDir();
        if (user != null) {
            entry.put("User", user);
        }
        if (folder != null) {
            entry.put("WorkingDir", folder);
        }
        return entry;
    }

    private static void putUnlessEmpty(Map<String, Object> entry, String key, List<?> values) {
        if (!values.isEmpty()) {
            entry.put(key, values);
        }
    }

    private static String pinned(Session session, Project project, Service service) {
        String name = service.image();
        String image = name == null ? ResourceNames.of(project).image(service.name()) : name;
        if (image.contains("@")) {
            return image;
        }
        try {
            ImageDetails details = session.engine().images().inspect(image);
            if (!details.digests().isEmpty()) {
                return details.digests().getFirst();
            }
        } catch (EngineException.NotFound absent) {
            throw new UsageException("image " + image + " of service \"" + service.name()
                    + "\" is not there: pull or build it first", absent);
        }
        throw new UsageException("image " + image + " of service \"" + service.name()
                + "\" has no digest: it comes from no registry; push it, or use --push-images");
    }
}
