package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.engine.NetworkDetails;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether, and why, a container is not what the project wants of it. */
final class Divergence {
    private static final String PREFIX = "%s: recreate: ";

    private Divergence() {
    }

    /** Why the container is to be replaced, or null where it may stay. */
    static @Nullable String cause(UpDraft draft, Service service, ObservedContainer container) {
        return switch (policy(draft, service)) {
            case NEVER -> null;
            case FORCE -> PREFIX.formatted(service.name()) + "forced";
            case DIVERGED -> {
                String cause = diverged(draft, service, container);
                yield cause == null ? null : PREFIX.formatted(service.name()) + cause;
            }
        };
    }

    private static UpOptions.Recreate policy(UpDraft draft, Service service) {
        if (!draft.selection.named().contains(service.name())) {
            return draft.options.recreateDependencies();
        }
        return draft.options.renewAnonymousVolumes() ? UpOptions.Recreate.FORCE : draft.options.recreate();
    }

    private static @Nullable String diverged(UpDraft draft, Service service, ObservedContainer container) {
        for (String parent : SharedNamespaces.parentsOf(service)) {
            if (draft.isReplaced(parent)) {
                return "shares namespaces or volumes of " + parent + ", which is recreated";
            }
        }
        if (!RecordedConfiguration.isPlainly(service, container) && !hashesAlike(draft, service, container)) {
            return ConfigurationChange.describe(draft, service, container);
        }
        List<AttributeChange> contents = ContentDigests.changes(draft.project, service, draft.seen.paths(), container);
        if (!contents.isEmpty()) {
            return AttributeChange.join(contents);
        }
        String image = draft.seen.image(draft.imageOf(service)).orElse("");
        String was = container.label(Labels.IMAGE);
        if (!image.isEmpty() && !was.isEmpty() && !image.equals(was)) {
            return "image " + draft.imageOf(service) + " changed: " + shortId(was) + " → " + shortId(image);
        }
        String network = missingNetwork(draft, service, container);
        return network != null ? network : missingVolume(draft, service, container);
    }

    private static boolean hashesAlike(UpDraft draft, Service service, ObservedContainer container) {
        String wanted = ServiceHash.of(draft, service);
        return container.label(Labels.CONFIG_HASH).equals(wanted)
                || (ProvidedVariables.mayReach(draft.project, service)
                        && container.label(Labels.FILE_HASH).equals(wanted));
    }

    private static @Nullable String missingNetwork(UpDraft draft, Service service, ObservedContainer container) {
        if (service.networking().networkMode() != null) {
            return null;
        }
        for (String key : new TreeSet<>(service.networking().networks().keySet())) {
            String name = draft.networkName(key);
            boolean on = false;
            for (NetworkDetails network : draft.seen.networksNamed(name)) {
                on |= container.isOn(network);
            }
            if (!on && (container.isRunning() || !container.isToBeOn(name))) {
                return "not connected to network " + name;
            }
        }
        return null;
    }

    private static @Nullable String missingVolume(UpDraft draft, Service service, ObservedContainer container) {
        Map<String, Volume> volumes = draft.project.volumes();
        for (Mount mount : service.mounts().volumes()) {
            Volume volume = mount.type() == Mount.Type.VOLUME && mount.source() != null
                    ? volumes.get(mount.source())
                    : null;
            if (volume != null && !container.mountsVolume(volume.name())) {
                return "volume " + volume.name() + " is not mounted";
            }
        }
        return null;
    }

    private static String shortId(String id) {
        String hex = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
        return hex.substring(0, Math.min(12, hex.length()));
    }
}
