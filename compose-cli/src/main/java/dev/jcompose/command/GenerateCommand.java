package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.config.ConfigWriter;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.format.Json;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code alpha generate}: a Compose file that describes containers that are there. */
public final class GenerateCommand extends Command {
    private final Text format = syntax.text("--format", "string",
            "yaml or json", "yaml").among("yaml", "json");
    private final Text name = syntax.text("--name", "NAME", "Name of the project");
    private final Text folder = syntax.text("--project-dir", "DIR", "The folder after which the project is named");
    private final Texts containers = syntax.arguments("CONTAINER");

    public GenerateCommand() {
        super("alpha generate", "Write a Compose file for containers that are there");
        syntax.example("jcompose alpha generate --name shop web-1 db-1 > compose.yaml");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (containers.values().isEmpty()) {
            throw new UsageException("at least one container must be specified");
        }
        Map<String, Object> services = new TreeMap<>();
        Map<String, Object> networks = new TreeMap<>();
        Map<String, Object> volumes = new TreeMap<>();
        for (ContainerDetails container : found(session)) {
            String service = container.label(Labels.SERVICE);
            boolean taken = service.isEmpty() || services.containsKey(service);
            services.put(taken ? container.name() : service, service(session, container, networks, volumes));
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", name.or(session.directory().resolve(folder.or("")).normalize().getFileName().toString()));
        root.put("services", services);
        putUnlessEmpty(root, "networks", networks);
        putUnlessEmpty(root, "volumes", volumes);
        Mapping tree = (Mapping) YamlReader.read("generated", Json.of(root)).getFirst();
        session.out().print(ConfigWriter.write(tree, ConfigCommand.format(format)));
        return ExitCode.OK;
    }

    private List<ContainerDetails> found(Session session) {
        List<ContainerDetails> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String each : containers.values()) {
            try {
                found.add(session.engine().containers().inspect(each));
            } catch (EngineException.NotFound none) {
                missing.add(each);
            }
        }
        if (!missing.isEmpty()) {
            throw new UsageException("no container(s) found with the following name(s): " + String.join(",", missing));
        }
        return found;
    }

    private static Map<String, Object> service(Session session, ContainerDetails container,
            Map<String, Object> networks, Map<String, Object> volumes) {
        ImageDetails image = session.engine().images().inspect(container.imageId());
        Map<String, Object> service = new TreeMap<>();
        service.put("image", container.image());
        if (!container.config().command().equals(image.command())) {
            putUnlessEmpty(service, "command", container.config().command());
        }
        if (!container.config().entrypoint().equals(image.entrypoint())) {
            putUnlessEmpty(service, "entrypoint", container.config().entrypoint());
        }
        List<String> environment = new ArrayList<>(container.config().environment());
        environment.removeAll(image.environment());
        putUnlessEmpty(service, "environment", environment);
        Map<String, String> labels = new TreeMap<>(container.config().labels());
        labels.entrySet().removeAll(image.labels().entrySet());
        labels.keySet().removeIf(Labels::isOfCompose);
        putUnlessEmpty(service, "labels", labels);
        putUnlessEmpty(service, "ports", ports(container));
        List<String> used = new ArrayList<>();
        container.networks().keySet().stream().filter(network -> !network.equals("bridge")).forEach(network -> {
            used.add(network);
            networks.put(network, Map.of("external", true));
        });
        putUnlessEmpty(service, "networks", used);
        putUnlessEmpty(service, "volumes", container.mounts().stream().map(mount -> mount(mount, volumes)).toList());
        return service;
    }

    private static void putUnlessEmpty(Map<String, Object> map, String key, Object value) {
        boolean empty = value instanceof Map<?, ?> entries
                ? entries.isEmpty()
                : value instanceof List<?> items && items.isEmpty();
        if (!empty) {
            map.put(key, value);
        }
    }

    private static String mount(MountPoint mount, Map<String, Object> volumes) {
        boolean named = !mount.name().isEmpty();
        if (named) {
            volumes.put(mount.name(), Map.of("external", true));
        }
        return (named ? mount.name() : mount.source()) + ":" + mount.destination() + (mount.readWrite() ? "" : ":ro");
    }

    private static List<String> ports(ContainerDetails container) {
        List<String> ports = new ArrayList<>();
        if (container.raw().get("HostConfig") instanceof Map<?, ?> host
                && host.get("PortBindings") instanceof Map<?, ?> bindings) {
            new TreeMap<Object, Object>(bindings).forEach((port, published) -> {
                if (published instanceof List<?> all) {
                    all.forEach(binding -> ports.add(published(binding) + port));
                }
            });
        }
        return ports;
    }

    private static String published(@Nullable Object binding) {
        if (!(binding instanceof Map<?, ?> fields)) {
            return "";
        }
        String address = fields.get("HostIp") instanceof String ip && !ip.isEmpty() ? ip + ":" : "";
        String port = fields.get("HostPort") instanceof String number ? number : "";
        return address.isEmpty() && port.isEmpty() ? "" : address + port + ":";
    }
}
