package dev.jcompose.engine.docker;

import dev.jcompose.engine.Containers;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvents;
import dev.jcompose.engine.EngineSystem;
import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Images;
import dev.jcompose.engine.Networks;
import dev.jcompose.engine.Volumes;

/**
 * The Docker Engine, or what speaks its API. Safe for use by many threads; each call that streams has a connection of
 * its own.
 */
public final class DockerEngine implements Engine {
    private final DockerHost host;
    private final Api api;
    private final Containers containers;
    private final Execs execs;
    private final Images images;
    private final Networks networks;
    private final Volumes volumes;
    private final EngineEvents events;
    private final EngineSystem system;

    private DockerEngine(DockerHost host) {
        this.host = host;
        this.api = new Api(host);
        this.containers = new DockerContainers(api);
        this.execs = new DockerExecs(api);
        this.images = new DockerImages(api);
        this.networks = new DockerNetworks(api);
        this.volumes = new DockerVolumes(api);
        this.events = new DockerEvents(api);
        this.system = new DockerSystem(api);
    }

    /**
     * An engine by its address. Nothing is sent before the first call.
     *
     * @throws dev.jcompose.engine.EngineException.Unreachable
     *             if the address is of no known kind
     */
    public static DockerEngine connect(DockerHost host) {
        return new DockerEngine(host);
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Execs execs() {
        return execs;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Volumes volumes() {
        return volumes;
    }

    @Override
    public EngineEvents events() {
        return events;
    }

    @Override
    public EngineSystem system() {
        return system;
    }

    @Override
    public String address() {
        return host.address();
    }

    @Override
    public void close() {
        api.close();
    }
}
