package dev.jcompose.plan;

import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Process;
import dev.jcompose.model.Security;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service as {@code run} changes it for one container. */
final class OneOffService {
    private OneOffService() {
    }

    static Service of(Service service, RunOptions options) {
        List<Port> ports = new ArrayList<>(options.servicePorts() ? service.networking().ports() : List.of());
        ports.addAll(options.ports());
        Set<String> targets = options.volumes().stream().map(Mount::target).collect(Collectors.toSet());
        List<Mount> volumes = new ArrayList<>(service.mounts().volumes());
        volumes.removeIf(mount -> targets.contains(mount.target()));
        volumes.addAll(options.volumes());
        return service.withProcess(process(service.process(), options))
                .withNetworking(service.networking().withPorts(ports))
                .withMounts(service.mounts().withVolumes(volumes))
                .withSecurity(security(service.security(), options))
                .withoutRestart();
    }

    private static Process process(Process own, RunOptions options) {
        Map<String, @Nullable String> environment = new LinkedHashMap<>(own.environment());
        environment.putAll(options.environment());
        Process process = own.withEnvironment(environment).withTerminal(options.tty(), options.stdin());
        if (options.entrypoint() != null) {
            process = process.withEntrypoint(options.entrypoint()).withCommand(null);
        }
        if (options.command() != null) {
            process = process.withCommand(options.command());
        }
        if (options.user() != null) {
            process = process.withUser(options.user());
        }
        return options.workingDir() == null ? process : process.withWorkingDir(options.workingDir());
    }

    private static Security security(Security own, RunOptions options) {
        List<String> add = new ArrayList<>(own.capAdd());
        List<String> drop = new ArrayList<>(own.capDrop());
        add.addAll(options.capAdd());
        drop.removeAll(options.capAdd());
        drop.addAll(options.capDrop());
        add.removeAll(options.capDrop());
        return new Security(own.privileged(), own.readOnly(), add, drop, own.securityOpt(), own.groupAdd(),
                own.sysctls(), own.credentialSpec(), own.runtime(), own.isolation());
    }
}
