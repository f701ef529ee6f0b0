package dev.jcompose.command;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;

/** Images by the digests under which the engine has them, so that they stay the same. */
final class ImageDigests {
    private ImageDigests() {
    }

    /** The project with every image pinned. */
    static Mapping pinned(Engine engine, Mapping tree) {
        if (!(tree.get("services") instanceof Mapping services)) {
            return tree;
        }
        Mapping changed = services;
        for (String name : services.keys()) {
            if (services.get(name) instanceof Mapping service && service.get("image") instanceof Scalar image) {
                changed = changed.with(name, service.with("image", pinned(engine, image)));
            }
        }
        return tree.with("services", changed);
    }

    /** Services with their pinned images and nothing else. */
    static Mapping only(Engine engine, Mapping tree) {
        Mapping services = Mapping.empty(tree.origin());
        if (pinned(engine, tree).get("services") instanceof Mapping all) {
            for (String name : all.keys()) {
                if (all.get(name) instanceof Mapping service && service.get("image") instanceof Scalar image) {
                    services = services.with(name, Mapping.empty(service.origin()).with("image", image));
                }
            }
        }
        return Mapping.empty(tree.origin()).with("services", services);
    }

    private static Scalar pinned(Engine engine, Scalar image) {
        if (image.text().contains("@")) {
            return image;
        }
        ImageDetails details = engine.images().inspect(image.text());
        if (details.digests().isEmpty()) {
            return image;
        }
        String digest = details.digests().getFirst();
        return Scalar.string(image.text() + digest.substring(digest.indexOf('@')), image.origin());
    }
}
