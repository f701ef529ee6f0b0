package dev.jcompose.engine.docker;

import com.github.dockerjava.api.model.Version;
import dev.jcompose.engine.EngineSystem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /_ping}, {@code /version}, {@code /info}. */
final class DockerSystem implements EngineSystem {
    private final Api api;

    DockerSystem(Api api) {
        this.api = api;
    }

    @Override
    public Ping ping() {
        Map<String, String> headers = api.ping();
        return new Ping(headers.getOrDefault("api-version", ""), headers.getOrDefault("ostype", ""),
                headers.getOrDefault("builder-version", ""), api.isPodman());
    }

    @Override
    public String apiVersion() {
        return api.version(Operation.engine("version")).toString();
    }

    @Override
    public EngineVersion version() {
        Version version = api.call(Operation.engine("version"), client -> client.versionCmd().exec());
        Tree raw = new Tree(version.getRawValues());
        return new EngineVersion(text(version.getVersion()), text(version.getApiVersion()), raw.text("MinAPIVersion"),
                text(version.getOperatingSystem()), text(version.getArch()));
    }

    @Override
    public EngineInfo info() {
        Tree info = api.get(Operation.engine("info"), Query.of("/info"));
        return new EngineInfo(info.text("ID"), info.text("Name"), info.text("ServerVersion"), info.text("OSType"),
                info.text("Architecture"), info.text("DockerRootDir"), info.text("CgroupVersion"),
                (int) info.number("NCPU"), info.number("MemTotal"),
                info.at("Swarm").text("LocalNodeState").equals("active"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
