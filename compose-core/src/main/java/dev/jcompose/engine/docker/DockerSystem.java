package dev.jcompose.engine.docker;

import com.github.dockerjava.api.model.Info;
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
        Info info = api.call(Operation.engine("info"), client -> client.infoCmd().exec());
        boolean swarm = info.getSwarm() != null && info.getSwarm().getLocalNodeState() != null
                && "active".equals(info.getSwarm().getLocalNodeState().name().toLowerCase(java.util.Locale.ROOT));
        return new EngineInfo(text(info.getId()), text(info.getName()), text(info.getServerVersion()),
                text(info.getOsType()),
                text(info.getArchitecture()), text(info.getDockerRootDir()), text(info.getCGroupVersion()),
                info.getNCPU() == null ? 0 : info.getNCPU(), info.getMemTotal() == null ? 0 : info.getMemTotal(),
                swarm);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
