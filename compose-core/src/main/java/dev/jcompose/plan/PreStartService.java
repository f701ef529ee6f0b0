package dev.jcompose.plan;

import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.model.Security;
import dev.jcompose.model.Service;
import dev.jcompose.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code pre_start} hook runs, as if it were a service: of its own service it has the variables, the network
 * mode and nothing else.
 */
final class PreStartService {
    private PreStartService() {
    }

    static Service of(Service service, Hook hook) {
        Service bare = Service.decode(service.name(), Mapping.empty(service.canonical().origin()));
        Map<String, @Nullable String> environment = new LinkedHashMap<>(service.process().environment());
        environment.putAll(hook.environment());
        Security none = bare.security();
        return bare.withImage(hook.image())
                .withProcess(bare.process()
                        .withCommand(hook.command().isEmpty() ? null : hook.command())
                        .withUser(hook.user())
                        .withWorkingDir(hook.workingDir())
                        .withEnvironment(environment))
                .withSecurity(new Security(hook.privileged(), false, List.of(), List.of(), List.of(), List.of(),
                        Map.of(), none.credentialSpec(), none.runtime(), none.isolation()));
    }
}
