package dev.jcompose.engine.docker;

import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.Networks;
import dev.jcompose.model.Network.Pool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /networks}. Creating and connecting go as JSON of our own, with the fields that docker-java lacks. */
final class DockerNetworks implements Networks {
    private final Api api;

    DockerNetworks(Api api) {
        this.api = api;
    }

    @Override
    public List<NetworkDetails> list(NetworkFilter filter) {
        Query query = Query.of("/networks").filters(api.json(), filter.filters());
        return api.get(Operation.engine("list networks"), query).items().stream().map(DockerNetworks::details)
                .toList();
    }

    @Override
    public NetworkDetails inspect(String network) {
        return details(api.get(Operation.network("inspect", network), path(network, "")));
    }

    @Override
    public String create(NetworkSpec spec) {
        Operation operation = Operation.network("create", spec.name());
        return api.post(operation, Query.of("/networks/create"),
                NetworkMapping.body(spec, api.version(operation))).text("Id");
    }

    @Override
    public void remove(String network) {
        api.delete(Operation.network("remove", network), path(network, ""));
    }

    @Override
    public void connect(String network, String container, EndpointSpec endpoint) {
        Operation operation = Operation.network("connect", network);
        api.send(operation, path(network, "/connect"),
                new JsonObject().put("Container", container)
                        .always("EndpointConfig", EndpointMapping.body(endpoint, api.version(operation))).fields());
    }

    @Override
    public void disconnect(String network, String container, boolean force) {
        api.send(Operation.network("disconnect", network), path(network, "/disconnect"),
                new JsonObject().put("Container", container).flag("Force", force).fields());
    }

    private static NetworkDetails details(Tree tree) {
        Map<String, String> containers = new LinkedHashMap<>();
        tree.entries("Containers").forEach((id, container) -> containers.put(id, container.text("Name")));
        List<Pool> pools = tree.at("IPAM").list("Config").stream().map(pool -> new Pool(pool.textOrNull("Subnet"),
                pool.textOrNull("IPRange"), pool.textOrNull("Gateway"), pool.textMap("AuxiliaryAddresses"))).toList();
        return new NetworkDetails(tree.text("Id"), tree.text("Name"), tree.text("Driver"), tree.text("Scope"),
                tree.flag("Internal"), tree.flag("Attachable"), tree.flag("EnableIPv6"), tree.textMap("Options"),
                tree.textMap("Labels"), tree.at("IPAM").text("Driver"), pools, containers, tree.raw());
    }

    private static Query path(String network, String rest) {
        return Query.of("/networks/" + Query.part(network) + rest);
    }
}
