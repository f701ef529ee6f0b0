package dev.jcompose.plan;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerSpec.Connections;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.NetworkUse;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One container of a service, from the service and from what is known of the others, to a complete specification. */
final class ContainerDraft {
    private final UpDraft draft;
    private final Service service;
    private final int number;
    private boolean aliased = true;

    ContainerDraft(UpDraft draft, Service service, int number) {
        this.draft = draft;
        this.service = service.withSecurity(Capabilities.of(service.security()));
        this.number = number;
    }

    /** Steps that must have been done before the container can be made. */
    Set<Step> prerequisites() {
        Set<Step> steps = new LinkedHashSet<>();
        service.networking().networks().keySet().forEach(key -> steps.addAll(draft.networkReady(key)));
        for (Mount mount : service.mounts().volumes()) {
            if (mount.type() == Mount.Type.VOLUME && mount.source() != null) {
                steps.addAll(draft.volumeReady(mount.source()));
            }
        }
        Set<String> others = new LinkedHashSet<>(SharedNamespaces.parentsOf(service));
        service.networking().links().forEach(link -> others.add(Links.serviceOf(link)));
        for (String other : others) {
            draft.planned(other).forEach(container -> steps.addAll(container.ready()));
        }
        return steps;
    }

    /** A container where there is none. */
    Action.CreateContainer creating(String name) {
        return create(name, name, null);
    }

    /** A successor, made beside the old one under a temporary name. */
    Action.CreateContainer replacing(ObservedContainer old, String name, String temporary) {
        return create(name, temporary, old);
    }

    /** A container for one command. */
    Action.CreateContainer oneOff(String name, RunOptions options, String slug) {
        aliased = options.useAliases();
        HostFileCheck.of(draft, service);
        String image = draft.imageOf(service);
        Map<String, String> labels = ServiceLabels.ofOneOff(draft.project, draft.selection.taking(), service, slug,
                draft.seen.image(image).orElse(""));
        labels.putAll(options.labels());
        ContainerSpec spec = new ContainerSpec(name, image, service.platform(), labels, service,
                Environment.of(service),
                ContainerSpec.Streams.interactive(options.tty(), options.stdin(), options.terminalSize()),
                connections(name), mounts(null), service.mounts().volumesFrom(), service.namespaces(),
                options.remove());
        return new Action.CreateContainer(ContainerRef.planned(name), spec,
                new LateParts(service.canonical(), parents(), FileMounts.refusals(draft.project, service)));
    }

    /** The container's place on a network. */
    EndpointSpec endpoint(String key, String name) {
        NetworkUse use = service.networking().networks().getOrDefault(key, NetworkUse.DEFAULT);
        Set<String> aliases = new LinkedHashSet<>(List.of(name));
        if (aliased) {
            aliases.add(service.name());
            aliases.addAll(use.aliases());
        }
        EndpointSpec endpoint = EndpointSpec.of(use, List.copyOf(aliases), links());
        String own = service.networking().macAddress();
        return own != null && use.macAddress() == null && key.equals(primary())
                ? endpoint.withMacAddress(own)
                : endpoint;
    }

    /** A container for a hook that runs before the first container of the service, and stands for none of them. */
    Action.RunPreStart preStart(int index, ContainerRef replica) {
        Service hook = PreStartService.of(service, service.lifecycle().preStart().get(index));
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.PROJECT, draft.project.name());
        labels.put(Labels.SERVICE, service.name());
        labels.put(Labels.VERSION, ServiceLabels.VERSION);
        labels.put(Labels.HOOK, Labels.PRE_START);
        String image = hook.image();
        ContainerSpec spec = new ContainerSpec(null, image == null ? draft.imageOf(service) : image, service.platform(),
                labels, hook, Environment.of(hook), ContainerSpec.Streams.of(hook), connections(replica.name()),
                List.of(), List.of(), hook.namespaces(), false);
        return new Action.RunPreStart(service, index, replica, spec,
                new LateParts(service.canonical(), parents(), List.of()));
    }

    private Action.CreateContainer create(String name, String asName, @Nullable ObservedContainer old) {
        HostFileCheck.of(draft, service);
        UnheededAttributes.of(draft, service);
        String image = draft.imageOf(service);
        Map<String, String> labels = ServiceLabels.ofContainer(draft.project, draft.selection.taking(), service, number,
                draft.seen.image(image).orElse(""));
        labels.put(Labels.CONFIGURATION, RecordedConfiguration.text(service));
        if (ProvidedVariables.mayReach(draft.project, service)) {
            labels.put(Labels.FILE_HASH, ServiceHash.ofFile(draft, service));
        }
        Map<String, String> digests = ContentDigests.of(draft.project, service, draft.seen.paths());
        if (!digests.isEmpty()) {
            labels.put(Labels.CONTENT_DIGESTS, ContentDigests.text(digests));
        }
        if (old != null) {
            String fixed = service.metadata().containerName();
            labels.put(Labels.REPLACE, fixed == null ? service.name() + "-" + number : fixed);
        }
        List<Mount> mounts = mounts(old);
        ContainerSpec spec = new ContainerSpec(asName, image, service.platform(), labels, service,
                Environment.of(service), ContainerSpec.Streams.of(service), connections(name), mounts,
                service.mounts().volumesFrom(), service.namespaces(), false);
        return new Action.CreateContainer(ContainerRef.planned(asName), spec,
                new LateParts(service.canonical(), parents(), FileMounts.refusals(draft.project, service)));
    }

    private Map<String, ContainerRef> parents() {
        Map<String, ContainerRef> parents = new LinkedHashMap<>();
        for (String parent : SharedNamespaces.parentsOf(service)) {
            List<PlannedContainer> containers = draft.planned(parent);
            if (containers.isEmpty()) {
                throw new MissingResourceException("services." + service.name()
                        + ": cannot share namespaces or volumes of service " + parent
                        + ": container missing; start it with: up " + parent);
            }
            parents.put(parent, containers.getFirst().ref());
        }
        return parents;
    }

    private Connections connections(String name) {
        String mode = service.networking().networkMode();
        if (mode != null) {
            return new Connections(mode, List.of(), links());
        }
        List<Attachment> attachments = keysByPriority().stream()
                .map(key -> new Attachment(draft.networkName(key), endpoint(key, name)))
                .toList();
        return attachments.isEmpty()
                ? Connections.mode("none")
                : new Connections(attachments.getFirst().network(), attachments, links());
    }

    private List<String> keysByPriority() {
        Map<String, NetworkUse> networks = service.networking().networks();
        return networks.keySet().stream().sorted((a, b) -> {
            int difference = Integer.compare(priority(networks.get(b)), priority(networks.get(a)));
            return difference == 0 ? a.compareTo(b) : difference;
        }).toList();
    }

    private static int priority(@Nullable NetworkUse use) {
        Integer priority = use == null ? null : use.priority();
        return priority == null ? 0 : priority;
    }

    private @Nullable String primary() {
        List<String> keys = keysByPriority();
        return keys.isEmpty() ? null : keys.getFirst();
    }

    private List<String> links() {
        return Links.of(service, draft.names, number,
                other -> draft.planned(other).stream().map(container -> container.ref().name()).toList());
    }

    private List<Mount> mounts(@Nullable ObservedContainer old) {
        List<Mount> mounts = new ArrayList<>();
        for (Mount mount : service.mounts().volumes()) {
            String source = mount.source();
            Volume volume = mount.type() == Mount.Type.VOLUME && source != null
                    ? draft.project.volumes().get(source)
                    : null;
            mounts.add(volume == null ? mount : mount.withSource(volume.name()));
        }
        mounts.addAll(FileMounts.of(draft.project, service));
        return old == null || draft.options.renewAnonymousVolumes()
                ? mounts
                : AnonymousVolumes.inherit(mounts, service.mounts().tmpfs(), old);
    }
}
