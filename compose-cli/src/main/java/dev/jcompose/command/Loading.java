package dev.jcompose.command;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.registry.Credentials;
import dev.jcompose.remote.RemoteAccess;
import dev.jcompose.remote.RemoteResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Turns the options before the command into a request to the loader. */
final class Loading {
    private final Surroundings given;
    private final GlobalOptions options;

    Loading(Surroundings given, GlobalOptions options) {
        this.given = given;
        this.options = options;
    }

    /** Whether the command line names a project and no files, so that commands that need a name only read none. */
    boolean isByName() {
        return options.projectName.given() && !options.file.given();
    }

    /** The project with further profiles active. */
    LoadedProject load(List<String> profiles) {
        List<String> active = new ArrayList<>(options.profile.values());
        active.addAll(profiles);
        return load(active, List.of(), LoadOptions.DEFAULTS, name -> {});
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(given.environment());
        if (options.compatibility.on()) {
            environment.put("COMPOSE_COMPATIBILITY", "true");
        }
        return environment;
    }

    LoadedProject load(List<String> services, LoadOptions stages) {
        return load(services, stages, name -> {});
    }

    /** The same; the project's name is told as soon as it is known. */
    LoadedProject load(List<String> services, LoadOptions stages, Consumer<String> named) {
        return load(options.profile.values(), services, stages, named);
    }

    private LoadedProject load(List<String> profiles, List<String> services, LoadOptions stages,
            Consumer<String> named) {
        String folder = options.projectDirectory.or(options.workdir.or(""));
        try (RemoteResources remotes = remotes()) {
            return ComposeLoader.load(request(profiles, services, stages, folder, remotes), named);
        }
    }

    private LoadRequest request(List<String> profiles, List<String> services, LoadOptions stages, String folder,
            RemoteResources remotes) {
        return new LoadRequest(options.file.values(), folder.isEmpty() ? null : Path.of(folder),
                given.directory(), options.projectName.value(), profiles, options.envFile.values(),
                services, Environment.shell(environment()), new LocalFiles(given.terminal().in()),
                stages.allResources(options.allResources.on()), remotes);
    }

    private RemoteResources remotes() {
        RemoteAccess access = options.noRemote.on()
                ? RemoteAccess.OFF
                : options.offline.on() ? RemoteAccess.OFFLINE : RemoteAccess.FETCH;
        return new RemoteResources(given.environment(), access, Credentials.of(given.environment()),
                Set.copyOf(options.insecureRegistry.values()));
    }
}
