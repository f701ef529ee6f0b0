package dev.jcompose.engine.memory;

import dev.jcompose.engine.BuildSpec;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.ImageProgress;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images;
import dev.jcompose.engine.RegistryAuth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Images: a name, an id, labels and declared volumes. */
final class MemoryImages implements Images {
    private final World world;
    private final Map<String, MemoryImage> byId = new LinkedHashMap<>();
    private final Set<String> registry = new TreeSet<>();

    MemoryImages(World world) {
        this.world = world;
    }

    private record MemoryImage(String id, Set<String> tags, Map<String, String> labels, Set<String> volumes,
            Instant created) {}

    String add(String reference, Set<String> volumes) {
        synchronized (world) {
            return add(List.of(normal(reference)), Map.of(), volumes);
        }
    }

    void offer(String reference) {
        synchronized (world) {
            registry.add(normal(reference));
        }
    }

    /** The id of an image, or null where it is not present. */
    @Nullable
    String idOf(String image) {
        MemoryImage found = present(image);
        return found == null ? null : found.id();
    }

    Set<String> volumesOf(String image) {
        return find("inspect", image).volumes();
    }

    String add(List<String> tags, Map<String, String> labels, Set<String> volumes) {
        byId.values().forEach(other -> other.tags().removeAll(tags));
        MemoryImage image = new MemoryImage("sha256:" + world.newId(), new LinkedHashSet<>(tags), labels, volumes,
                world.now());
        byId.put(image.id(), image);
        return image.id();
    }

    @Override
    public List<ImageSummary> list(ImageFilter filter) {
        synchronized (world) {
            List<String> references = filter.filters().getOrDefault("reference", List.of()).stream()
                    .map(MemoryImages::normal).toList();
            return byId.values().stream()
                    .filter(image -> World.matches(image.labels(), filter.filters().getOrDefault("label", List.of())))
                    .filter(image -> references.isEmpty() || references.stream().anyMatch(image.tags()::contains))
                    .map(image -> new ImageSummary(image.id(), List.copyOf(image.tags()), List.of(), image.created(),
                            1_000_000, image.labels()))
                    .toList();
        }
    }

    @Override
    public ImageDetails inspect(String image) {
        synchronized (world) {
            MemoryImage found = find("inspect", image);
            return new ImageDetails(found.id(), List.copyOf(found.tags()), List.of(), found.created(), 1_000_000,
                    "linux", "amd64", "", found.created(), found.labels(), List.of(), List.of(), List.of(), "", "",
                    found.volumes(), Set.of(), List.of(), Map.of());
        }
    }

    @Override
    public CloseableIterator<ImageProgress> pull(String image, @Nullable String platform,
            @Nullable RegistryAuth auth) {
        synchronized (world) {
            String name = normal(image);
            if (!registry.contains(name)) {
                throw World.notFound("pull", "image", image);
            }
            world.wrote("image", "pull", image);
            add(List.of(name), Map.of(), Set.of());
            world.happened("image", "pull", name, Map.of("name", name));
            return progress(
                    List.of(status("Pulling from " + image), status("Status: Downloaded newer image for " + name)));
        }
    }

    @Override
    public CloseableIterator<ImageProgress> push(String image, @Nullable String platform,
            @Nullable RegistryAuth auth) {
        synchronized (world) {
            find("push", image);
            registry.add(normal(image));
            world.wrote("image", "push", image);
            return progress(List.of(status("Pushed " + image)));
        }
    }

    @Override
    public String digest(String image, @Nullable RegistryAuth auth) {
        synchronized (world) {
            String name = normal(image);
            if (!registry.contains(name)) {
                throw World.notFound("look up", "image", image);
            }
            return "sha256:" + String.format("%064x", name.hashCode() & 0xffffffffL);
        }
    }

    @Override
    public void tag(String image, String reference) {
        synchronized (world) {
            MemoryImage found = find("tag", image);
            byId.values().forEach(other -> other.tags().remove(normal(reference)));
            found.tags().add(normal(reference));
            world.wrote("image", "tag", reference);
        }
    }

    @Override
    public void remove(String image, boolean force, boolean prune) {
        synchronized (world) {
            MemoryImage found = find("remove", image);
            if (found.tags().size() > 1 && found.tags().remove(normal(image))) {
                world.wrote("image", "remove", image);
                return;
            }
            if (world.containers().isImageUsed(found.id()) && !force) {
                throw World.conflict("remove", "image", image,
                        "conflict: unable to remove repository reference \"" + image + "\": a container is using it");
            }
            byId.remove(found.id());
            world.wrote("image", "remove", image);
            world.happened("image", "delete", found.id(), Map.of());
        }
    }

    @Override
    public CloseableIterator<ImageProgress> build(BuildSpec spec, InputStream context) {
        try {
            context.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (world) {
            String id = add(spec.tags().stream().map(MemoryImages::normal).toList(), spec.labels(), Set.of());
            world.wrote("image", "build", spec.tags().isEmpty() ? id : spec.tags().get(0));
            ImageProgress built = new ImageProgress("", "", null, null, "", id);
            ImageProgress told = new ImageProgress("", "", null, null,
                    "Successfully built " + id.substring(7, 19) + "\n",
                    null);
            return progress(List.of(built, told));
        }
    }

    private MemoryImage find(String operation, String image) {
        MemoryImage found = present(image);
        if (found == null) {
            throw World.notFound(operation, "image", image);
        }
        return found;
    }

    private @Nullable MemoryImage present(String image) {
        String name = normal(image);
        for (MemoryImage candidate : byId.values()) {
            if (candidate.id().equals(image) || candidate.id().equals("sha256:" + image)
                    || candidate.tags().contains(name)) {
                return candidate;
            }
        }
        return null;
    }

    private static ImageProgress status(String text) {
        return new ImageProgress("", text, null, null, "", null);
    }

    private static String normal(String reference) {
        return reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/')
                ? reference
                : reference + ":latest";
    }

    private static CloseableIterator<ImageProgress> progress(List<ImageProgress> messages) {
        Iterator<ImageProgress> iterator = new ArrayList<>(messages).iterator();
        return new CloseableIterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public ImageProgress next() {
                return iterator.next();
            }

            @Override
            public void close() {
                while (iterator.hasNext()) {
                    iterator.next();
                }
            }
        };
    }
}
