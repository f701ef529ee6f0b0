package dev.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network (specification, "Networks top-level element").
 *
 * @param key
 *            its key in the top-level section
 * @param name
 *            its name in the engine
 * @param driver
 *            null for the engine's default
 * @param enableIpv4
 *            null for the engine's default
 * @param enableIpv6
 *            null for the engine's default
 */
public record Network(String key, String name, @Nullable String driver, Map<String, String> driverOpts, Ipam ipam,
        boolean external, boolean internal, boolean attachable, @Nullable Boolean enableIpv4,
        @Nullable Boolean enableIpv6, Map<String, String> labels) {
    public Network {
        driverOpts = Ordered.copyOf(driverOpts);
        labels = Ordered.copyOf(labels);
    }

    static Network decode(String key, Attributes a) {
        return new Network(key, a.string("name", key), a.string("driver"), a.stringMap("driver_opts"),
                Ipam.decode(a.section("ipam")), a.flag("external"), a.flag("internal"), a.flag("attachable"),
                a.bool("enable_ipv4"), a.bool("enable_ipv6"), a.stringMap("labels"));
    }

    /** How addresses are given out. */
    public record Ipam(@Nullable String driver, List<Pool> config, Map<String, String> options) {
        public Ipam {
            config = List.copyOf(config);
            options = Ordered.copyOf(options);
        }

        static Ipam decode(Attributes a) {
            return new Ipam(a.string("driver"), a.objects("config", Pool::decode), a.stringMap("options"));
        }
    }

    /** A range of addresses, each part null where the engine decides. */
    public record Pool(@Nullable String subnet, @Nullable String ipRange, @Nullable String gateway,
            Map<String, String> auxAddresses) {
        public Pool { auxAddresses = Ordered.copyOf(auxAddresses); }

        static Pool decode(Attributes a) {
            return new Pool(a.string("subnet"), a.string("ip_range"), a.string("gateway"),
                    a.stringMap("aux_addresses"));
        }
    }
}
