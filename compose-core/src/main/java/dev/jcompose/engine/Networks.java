package dev.jcompose.engine;

import java.util.List;
import java.util.Map;

/** Networks. {@code network} is a name or an id. */
public interface Networks {
    /** {@code GET /networks}, without the containers on them. */
    List<NetworkDetails> list(NetworkFilter filter);

    /**
     * {@code GET /networks/{id}}.
     *
     * @throws EngineException.NotFound
     *             if there is no such network
     */
    NetworkDetails inspect(String network);

    /**
     * Creates a network and returns its id ({@code POST /networks/create}).
     *
     * @throws EngineException.Conflict
     *             if there is one of that name
     */
    String create(NetworkSpec spec);

    /**
     * {@code DELETE /networks/{id}}.
     *
     * @throws EngineException.Conflict
     *             if a container is connected to it
     */
    void remove(String network);

    /** {@code POST /networks/{id}/connect}. */
    void connect(String network, String container, EndpointSpec endpoint);

    /** {@code POST /networks/{id}/disconnect}. */
    void disconnect(String network, String container, boolean force);

    /** Which networks to list: by {@code name} (a part of it), {@code id}, {@code label}, {@code driver}… */
    record NetworkFilter(Map<String, List<String>> filters) {
        /** Every network there is. */
        public static final NetworkFilter ALL = new NetworkFilter(Map.of());

        public NetworkFilter { filters = dev.jcompose.model.Ordered.copyOf(filters); }

        /** With all of these labels, each {@code name} or {@code name=value}. */
        public static NetworkFilter labelled(String... labels) {
            return new NetworkFilter(Map.of("label", List.of(labels)));
        }

        /** Whose name contains one of these. */
        public static NetworkFilter named(String... names) {
            return new NetworkFilter(Map.of("name", List.of(names)));
        }
    }
}
