package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Security;
import java.util.ArrayList;
import java.util.List;

/** Rights, namespaces and kernel parameters. */
final class SecurityMapping {
    private SecurityMapping() {
    }

    static void write(ContainerSpec spec, JsonObject host) {
        Security security = spec.service().security();
        Namespaces namespaces = spec.namespaces();
        host.flag("Privileged", security.privileged()).flag("ReadonlyRootfs", security.readOnly())
                .put("CapAdd", security.capAdd()).put("CapDrop", security.capDrop())
                .put("GroupAdd", security.groupAdd()).put("Sysctls", security.sysctls())
                .put("Runtime", security.runtime()).put("Isolation", security.isolation())
                .put("IpcMode", namespaces.ipc()).put("PidMode", namespaces.pid()).put("UTSMode", namespaces.uts())
                .put("UsernsMode", namespaces.userns()).put("CgroupnsMode", namespaces.cgroup())
                .put("CgroupParent", namespaces.cgroupParent());
        List<String> options = new ArrayList<>(security.securityOpt());
        if (options.removeIf(
                option -> option.equals("systempaths=unconfined") || option.equals("systempaths:unconfined"))) {
            host.always("MaskedPaths", List.of()).always("ReadonlyPaths", List.of());
        }
        host.put("SecurityOpt", options);
    }
}
