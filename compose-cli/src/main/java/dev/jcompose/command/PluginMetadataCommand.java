package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.Version;
import dev.jcompose.format.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code docker-cli-plugin-metadata}: what docker asks its plugins (Docker CLI, "cli-plugins"). The launcher answers by
 * itself; this is for whoever starts the program in another way.
 */
public final class PluginMetadataCommand extends Command {
    public PluginMetadataCommand() {
        super("docker-cli-plugin-metadata", "Tell docker what this plugin is");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("SchemaVersion", "0.1.0");
        metadata.put("Vendor", "jcompose");
        metadata.put("Version", "v" + Version.NUMBER);
        metadata.put("ShortDescription", "Docker Compose");
        session.out().println(Json.of(metadata));
        return ExitCode.OK;
    }
}
