package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.PushPlan;
import dev.jcompose.publish.Concerns;
import dev.jcompose.publish.Layer;
import dev.jcompose.publish.OciVersion;
import dev.jcompose.publish.PublishedFiles;
import dev.jcompose.publish.Publisher;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code publish}. */
public final class PublishCommand extends Command {
    private final Flag app = syntax.flag("--app", "Also publish the images of services");
    private final Flag insecure = syntax.hiddenFlag("--insecure-registry", "Do not check the registry's certificate");
    private final Text ociVersion = syntax.text("--oci-version", "string",
            "OCI image specification to write by: 1.0 or 1.1 (default: what the registry takes)")
            .among("1.0", "1.1");
    private final Flag resolveDigests = syntax.flag("--resolve-image-digests", "Pin images to digests");
    private final Flag withEnv = syntax.flag("--with-env", "Publish env files, and environment variables as they are");
    private final Flag yes = syntax.flag("-y, --yes", "Answer yes to all questions");
    private final Flag oldYes = syntax.hiddenFlag("--y", "Answer yes to all questions (use --yes)");
    private final Text repository = syntax.argument("REPOSITORY[:TAG]");

    /** Under either of its names. */
    public PublishCommand(String name) {
        super(name, "Put the project into a registry, to be named as oci://REPOSITORY:TAG");
        syntax.example("jcompose publish registry.example/shop/app:1.0");
    }

    @Override
    public int run(Session session) {
        Reference target = Reference.parse(repository.required());
        Optional<OciVersion> version = OciVersion.parse(ociVersion.or(""));
        Project project = withAllServices(session.project(List.of()));
        PublishedFiles files = PublishedFiles.read(project, new LocalFiles());
        Concerns.requireImages(project);
        if (!yes.on() && !oldYes.on()) {
            if (!withEnv.on()) {
                Concerns.requireNoEnvironment(project, files);
            }
            for (String question : Concerns.questions(project, files)) {
                if (!Confirmation.ask(session, question)) {
                    session.err().println("not published");
                    return ExitCode.OK;
                }
            }
        }
        Plan pushes = PushPlan.of(project, List.of(), false, true);
        if (session.isDryRun()) {
            session.out().print(pushes);
        } else {
            PlanCommand.carryOut(session, pushes, false, null);
        }
        Credentials credentials = Credentials.of(session.environment());
        Map<String, Reference> pinned = resolveDigests.on() || app.on()
                ? pinned(session, project, credentials)
                : Map.of();
        List<Layer> layers = new ArrayList<>(files.layers(withEnv.on()));
        if (!pinned.isEmpty()) {
            layers.add(Layer.file("image-digests.yaml", digestsOf(pinned)));
        }
        if (session.isDryRun()) {
            session.out().println("publish " + target + ": " + layers.size() + " files"
                    + (app.on() ? ", " + pinned.size() + " images" : ""));
            return ExitCode.OK;
        }
        try (RegistryClient client = new RegistryClient(session.environment(), credentials,
                insecure.on() ? Set.of(target.registry()) : Set.of())) {
            Publisher publisher = new Publisher(client, target);
            Content manifest = publisher.publish(layers, version, session.now());
            if (app.on()) {
                publisher.publishImages(manifest, List.copyOf(pinned.values()));
            }
            session.err().println("published " + target + "@" + manifest.digest());
        }
        return ExitCode.OK;
    }

    /** What is published has all profiles: who loads it chooses. */
    private static Project withAllServices(Project project) {
        Map<String, Service> all = new TreeMap<>(project.disabledServices());
        all.putAll(project.services());
        return project.withServices(all);
    }

    private static Map<String, Reference> pinned(Session session, Project project, Credentials credentials) {
        Map<String, Reference> pinned = new TreeMap<>();
        for (Service service : project.services().values()) {
            if (service.image() != null) {
                Reference image = Reference.parse(service.image());
                String digest = image.digest() != null
                        ? image.digest()
                        : session.engine().images().digest(service.image(),
                                credentials.forImage(service.image()).orElse(null));
                pinned.put(service.name(), new Reference(image.registry(), image.repository(), image.tag(), digest));
            }
        }
        return pinned;
    }

    private static String digestsOf(Map<String, Reference> pinned) {
        StringBuilder text = new StringBuilder("services:\n");
        pinned.forEach((name, image) -> text.append("  ").append(quoted(name)).append(":\n    image: ")
                .append(image).append('\n'));
        return text.toString();
    }

    private static String quoted(String name) {
        return name.matches("[a-zA-Z_][a-zA-Z0-9_-]*") && !name.matches("(?i)y|n|yes|no|on|off|true|false|null")
                ? name
                : "\"" + name + "\"";
    }
}
