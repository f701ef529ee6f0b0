package dev.jcompose.command;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.option.GlobalOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return load(active, List.of(), LoadOptions.DEFAULTS);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(given.environment());
        if (options.compatibility.on()) {
            environment.put("COMPOSE_COMPATIBILITY", "true");
        }
        return environment;
    }

    LoadedProject load(List<String> services, LoadOptions stages) {
        return load(options.profile.values(), services, stages);
    }

    private LoadedProject load(List<String> profiles, List<String> services, LoadOptions stages) {
        String folder = options.projectDirectory.or(options.workdir.or(""));
        return ComposeLoader.load(new LoadRequest(options.file.values(), folder.isEmpty() ? null : Path.of(folder),
                given.directory(), options.projectName.value(), profiles, options.envFile.values(),
                services, Environment.shell(environment()), new LocalFiles(given.terminal().in()),
                stages.allResources(options.allResources.on())));
    }
}
