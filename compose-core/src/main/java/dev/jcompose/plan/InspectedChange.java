package dev.jcompose.plan;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Process;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Inspection;
import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * In what a container that carries no configuration differs from its service: what the engine tells of it, less what
 * it has from its image, against what the file says.
 */
final class InspectedChange {
    private final Service service;
    private final ContainerDetails container;
    private final @Nullable ImageDetails image;
    private final List<AttributeChange> changes = new ArrayList<>();

    private InspectedChange(Service service, Inspection inspection) {
        this.service = service;
        this.container = inspection.container();
        this.image = inspection.image();
    }

    static List<AttributeChange> of(UpDraft draft, Service service, Inspection inspection) {
        InspectedChange compared = new InspectedChange(service, inspection);
        compared.compare("image", inspection.container().image(), draft.imageOf(service));
        compared.process();
        compared.labels();
        compared.host();
        compared.ports();
        compared.mounts(draft);
        return compared.changes;
    }

    private void process() {
        Process process = service.process();
        ContainerDetails.Config config = container.config();
        entries("environment", environment(config.environment()),
                image == null ? Map.of() : environment(image.environment()), process.environment());
        if (process.command() != null) {
            compare("command", config.command(), process.command());
        } else if (image != null && process.entrypoint() == null) {
            compare("command", config.command(), image.command());
        }
        if (process.entrypoint() != null) {
            compare("entrypoint", config.entrypoint(), process.entrypoint());
        } else if (image != null) {
            compare("entrypoint", config.entrypoint(), image.entrypoint());
        }
        compare("user", config.user(), orElse(process.user(), image == null ? "" : image.user()));
        compare("working_dir", config.workingDir(), orElse(process.workingDir(), image == null
                ? config.workingDir()
                : image.workingDir()));
        compare("tty", config.tty(), process.tty());
        compare("stdin_open", config.openStdin(), process.stdinOpen());
    }

    private void labels() {
        Map<String, @Nullable String> own = new TreeMap<>(container.config().labels());
        own.keySet().removeIf(Labels::isOfCompose);
        Map<String, @Nullable String> wanted = new TreeMap<>(service.metadata().labels());
        entries("labels", own, image == null ? Map.of() : new TreeMap<>(image.labels()), wanted);
    }

    private void host() {
        compare("privileged", hostField("Privileged"), service.security().privileged());
        compare("read_only", hostField("ReadonlyRootfs"), service.security().readOnly());
        String restart = service.lifecycle().restart();
        if (service.deploy() == null || service.deploy().restartPolicy() == null) {
            String was = hostField("RestartPolicy") instanceof Map<?, ?> policy
                    ? String.valueOf(policy.get("Name"))
                    : "no";
            compare("restart", was.isEmpty() ? "no" : was,
                    restart == null ? "no" : restart.replaceFirst(":.*", ""));
        }
        Long memory = service.resources().memory().limit();
        if (service.deploy() == null && hostField("Memory") instanceof Number was) {
            compare("mem_limit", was.longValue(), memory == null ? 0L : memory);
        }
        String hostname = service.networking().hostname();
        if (hostname != null && container.raw().get("Config") instanceof Map<?, ?> config) {
            compare("hostname", String.valueOf(config.get("Hostname")), hostname);
        }
    }

    private void ports() {
        TreeSet<String> was = new TreeSet<>();
        if (hostField("PortBindings") instanceof Map<?, ?> bindings) {
            bindings.forEach((port, hosts) -> {
                for (Object host : hosts instanceof List<?> list ? list : List.of()) {
                    Object published = host instanceof Map<?, ?> binding ? binding.get("HostPort") : null;
                    was.add((published == null ? "" : published) + ":" + port);
                }
            });
        }
        TreeSet<String> wanted = new TreeSet<>();
        for (Port port : service.networking().ports()) {
            wanted.add((port.published() == null ? "" : port.published()) + ":" + port.target() + "/"
                    + port.protocol());
        }
        compare("ports", was, wanted);
    }

    private void mounts(UpDraft draft) {
        Map<String, String> was = new TreeMap<>();
        for (MountPoint mount : container.mounts()) {
            was.put(mount.destination(), mount.type().equals("volume") ? mount.name() : mount.source());
        }
        for (Mount mount : service.mounts().volumes()) {
            String source = mount.source();
            if (source == null || (mount.type() != Mount.Type.BIND && mount.type() != Mount.Type.VOLUME)) {
                continue;
            }
            String wanted = draft.project.volume(source).map(volume -> volume.name()).orElse(source);
            String old = was.get(mount.target());
            if (!wanted.equals(old)) {
                changes.add(new AttributeChange("volumes " + mount.target(), old, wanted, position("volumes", null)));
            }
        }
    }

    private @Nullable Object hostField(String name) {
        return container.raw().get("HostConfig") instanceof Map<?, ?> host ? host.get(name) : null;
    }

    private void compare(String attribute, @Nullable Object was, Object is) {
        if (was != null && !was.equals(is)) {
            changes.add(new AttributeChange(attribute, String.valueOf(was), String.valueOf(is),
                    position(attribute, null)));
        }
    }

    private void entries(String attribute, Map<String, @Nullable String> was, Map<String, @Nullable String> inherited,
            Map<String, @Nullable String> is) {
        is.forEach((name, value) -> {
            String old = was.get(name);
            if (value != null && !value.equals(old)) {
                changes.add(new AttributeChange(attribute + "." + name, shown(attribute, name, old),
                        shown(attribute, name, value), position(attribute, name)));
            }
        });
        was.forEach((name, value) -> {
            if (!is.containsKey(name) && value != null && !value.equals(inherited.get(name)) && image != null) {
                changes.add(new AttributeChange(attribute + "." + name, shown(attribute, name, value), null, null));
            }
        });
    }

    private @Nullable String shown(String attribute, String name, @Nullable String value) {
        return value != null && attribute.equals("environment")
                ? SecretVariables.shown(service.name(), name, value)
                : value;
    }

    private @Nullable Position position(String attribute, @Nullable String entry) {
        Node node = service.canonical().get(attribute);
        if (node == null) {
            return null;
        }
        return entry != null && node instanceof Mapping mapping
                ? mapping.keyPosition(entry)
                : service.canonical().keyPosition(attribute);
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Map<String, @Nullable String> environment(List<String> entries) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            variables.put(equals < 0 ? entry : entry.substring(0, equals),
                    equals < 0 ? null : entry.substring(equals + 1));
        }
        return variables;
    }
}
