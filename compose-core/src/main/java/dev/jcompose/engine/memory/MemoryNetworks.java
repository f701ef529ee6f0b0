package dev.jcompose.engine.memory;

import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.Networks;
import dev.jcompose.model.Network.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Networks, in the order made; those that every engine has come first. */
final class MemoryNetworks implements Networks {
    private static final List<String> PREDEFINED = List.of("bridge", "host", "none");

    private final World world;
    private final Map<String, NetworkDetails> byId = new LinkedHashMap<>();
    private int subnets;

    MemoryNetworks(World world) {
        this.world = world;
        PREDEFINED.forEach(name -> {
            String driver = name.equals("none") ? "null" : name;
            byId.put(name + "-0", new NetworkDetails(name + "-0", name, driver, "local", false, false, false, Map.of(),
                    Map.of(), "default", List.of(), Map.of(), Map.of()));
        });
    }

    @Override
    public List<NetworkDetails> list(NetworkFilter filter) {
        synchronized (world) {
            return byId.values().stream().filter(network -> matches(network, filter.filters())).toList();
        }
    }

    private static boolean matches(NetworkDetails network, Map<String, List<String>> filters) {
        return World.matches(network.labels(), filters.getOrDefault("label", List.of()))
                && filters.getOrDefault("name", List.of("")).stream().anyMatch(network.name()::contains)
                && filters.getOrDefault("id", List.of("")).stream().anyMatch(network.id()::startsWith)
                && filters.getOrDefault("driver", List.of(network.driver())).contains(network.driver());
    }

    @Override
    public NetworkDetails inspect(String network) {
        synchronized (world) {
            NetworkDetails found = require("inspect", network);
            return new NetworkDetails(found.id(), found.name(), found.driver(), found.scope(), found.internal(),
                    found.attachable(), found.ipv6(), found.options(), found.labels(), found.ipamDriver(),
                    found.pools(), world.containers().namesOn(found.name()), found.raw());
        }
    }

    @Override
    public String create(NetworkSpec spec) {
        synchronized (world) {
            if (find(spec.name()) != null) {
                throw World.conflict("create", "network", spec.name(),
                        "network with name " + spec.name() + " already exists");
            }
            dev.jcompose.model.Network wanted = spec.network();
            List<Pool> pools = wanted.ipam().config().isEmpty()
                    ? List.of(new Pool("172." + (18 + subnets) + ".0.0/16", null, "172." + (18 + subnets++) + ".0.1",
                            Map.of()))
                    : wanted.ipam().config();
            String id = world.newId();
            byId.put(id, new NetworkDetails(id, spec.name(), wanted.driver() == null ? "bridge" : wanted.driver(),
                    "local", wanted.internal(), wanted.attachable(), Boolean.TRUE.equals(wanted.enableIpv6()),
                    wanted.driverOpts(), spec.labels(),
                    wanted.ipam().driver() == null ? "default" : wanted.ipam().driver(), pools, Map.of(), Map.of()));
            world.wrote("network", "create", spec.name());
            world.happened("network", "create", id, Map.of("name", spec.name()));
            return id;
        }
    }

    @Override
    public void remove(String network) {
        synchronized (world) {
            NetworkDetails found = require("remove", network);
            if (PREDEFINED.contains(found.name())) {
                throw World.rejected("remove", "network", network, 400, network + " is a pre-defined network");
            }
            if (world.containers().isNetworkUsed(found.name())) {
                throw World.conflict("remove", "network", network, "network " + network + " has active endpoints");
            }
            byId.remove(found.id());
            world.wrote("network", "remove", found.name());
            world.happened("network", "destroy", found.id(), Map.of("name", found.name()));
        }
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) {
        synchronized (world) {
            NetworkDetails found = require("connect", network);
            world.containers().require("connect", container).connect(found, endpoint);
            world.wrote("network", "connect", found.name());
            world.happened("network", "connect", found.id(), Map.of("name", found.name(), "container", container));
        }
    }

    @Override
    public void disconnect(String network, String container, boolean force) {
        synchronized (world) {
            NetworkDetails found = require("disconnect", network);
            if (!world.containers().require("disconnect", container).disconnect(found.name())) {
                throw World.rejected("disconnect", "network", network, 500,
                        "container " + container + " is not connected to network " + network);
            }
            world.wrote("network", "disconnect", found.name());
            world.happened("network", "disconnect", found.id(), Map.of("name", found.name(), "container", container));
        }
    }

    NetworkDetails require(String operation, String network) {
        NetworkDetails found = find(network);
        if (found == null) {
            throw World.notFound(operation, "network", network);
        }
        return found;
    }

    private @Nullable NetworkDetails find(String network) {
        for (NetworkDetails candidate : byId.values()) {
            if (candidate.name().equals(network) || candidate.id().equals(network)) {
                return candidate;
            }
        }
        return null;
    }
}
