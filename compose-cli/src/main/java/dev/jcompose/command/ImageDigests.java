package dev.jcompose.command;

import dev.jcompose.config.Format;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.Reference;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;
import java.util.List;

/** Images by the digests under which their registries have them, so that they stay the same. */
final class ImageDigests {
    private ImageDigests() {
    }

    /** The project with every image pinned. */
    static Mapping pinned(Engine engine, Credentials credentials, Mapping tree) {
        if (!(tree.get("services") instanceof Mapping services)) {
            return tree;
        }
        Mapping changed = services;
        for (String name : services.keys()) {
            if (services.get(name) instanceof Mapping service && service.get("image") instanceof Scalar image) {
                changed = changed.with(name, service.with("image", pinned(engine, credentials, image)));
            }
        }
        return tree.with("services", changed);
    }

    /** Services with their pinned images and nothing else, also those that are only built. */
    static Mapping only(Engine engine, Credentials credentials, Mapping tree, Format format) {
        Mapping services = Mapping.empty(tree.origin());
        if (pinned(engine, credentials, tree).get("services") instanceof Mapping all) {
            for (String name : all.keys()) {
                if (all.get(name) instanceof Mapping service) {
                    Mapping pinned = Mapping.empty(service.origin());
                    services = services.with(name,
                            service.get("image") instanceof Scalar image ? pinned.with("image", image) : pinned);
                }
            }
        }
        Mapping file = Mapping.empty(tree.origin());
        // As docker compose has it: its YAML leaves out the name that nobody gave this file, its JSON does not.
        return (format == Format.JSON ? file.with("name", Scalar.string("", tree.origin())) : file).with("services",
                services);
    }

    private static Scalar pinned(Engine engine, Credentials credentials, Scalar image) {
        if (image.text().contains("@")) {
            return image;
        }
        String digest = digest(engine, credentials, image.text());
        if (digest.isEmpty()) {
            return image;
        }
        Reference named = Reference.parse(image.text());
        return Scalar.string(new Reference(named.registry(), named.repository(), named.tag(), digest).toString(),
                image.origin());
    }

    /** Where the registry does not answer, what the engine has been told before will do. */
    private static String digest(Engine engine, Credentials credentials, String image) {
        try {
            return engine.images().digest(image, credentials.forImage(image).orElse(null));
        } catch (EngineException.Rejected unanswered) {
            List<String> known = engine.images().inspect(image).digests();
            return known.isEmpty() ? "" : known.getFirst().substring(known.getFirst().indexOf('@') + 1);
        }
    }
}
