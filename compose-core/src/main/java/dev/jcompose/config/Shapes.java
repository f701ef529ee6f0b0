package dev.jcompose.config;

/** The order in which the attributes of each part of a project are written, as docker compose 2.40 does. */
final class Shapes {
    private static final Shape HOOK = new Shape().nullable("command").filled("user privileged working_dir environment");

    private static final Shape PRE_START = new Shape().nullable("command")
            .filled("image user privileged working_dir environment per_replica");

    private static final Shape REFERENCE = new Shape().filled("source target uid gid").set("mode");

    private static final Shape DEVICES = new Shape().filled("capabilities driver count device_ids options");

    private static final Shape UPDATE = new Shape().set("parallelism")
            .durations("delay")
            .filled("failure_action")
            .durations("monitor")
            .filled("max_failure_ratio order");

    private static final Shape RESOURCE = new Shape().filled("cpus")
            .sizes("memory")
            .filled("pids")
            .list("devices", DEVICES)
            .list("generic_resources",
                    new Shape().one("discrete_resource_spec", new Shape().alwaysText("kind", "").always("value")));

    private static final Shape DEPLOY = new Shape().filled("mode")
            .set("replicas")
            .filled("labels")
            .one("update_config", UPDATE)
            .one("rollback_config", UPDATE)
            .object("resources", new Shape().one("limits", RESOURCE).one("reservations", RESOURCE))
            .one("restart_policy", new Shape().filled("condition").set("delay max_attempts window"))
            .object("placement",
                    new Shape().filled("constraints")
                            .list("preferences", new Shape().filled("spread"))
                            .filled("max_replicas_per_node"))
            .filled("endpoint_mode");

    private static final Shape BUILD = new Shape()
            .filled("context dockerfile dockerfile_inline entitlements args provenance sbom")
            .printed("ssh", Shape.Presence.FILLED, Oddities::ssh)
            .filled("labels cache_from cache_to no_cache no_cache_filter additional_contexts pull extra_hosts isolation "
                    + "network target")
            .list("secrets", REFERENCE)
            .sizes("shm_size")
            .filled("tags")
            .map("ulimits", Oddities::ulimit)
            .filled("platforms privileged");

    private static final Shape HEALTHCHECK = new Shape().filled("test")
            .set("timeout interval retries start_period start_interval").filled("disable");

    private static final Shape DEVELOP = new Shape().list("watch", new Shape().always("path action")
            .filled("target")
            .object("exec", HOOK)
            .filled("include ignore initial_sync"));

    private static final Shape SERVICE_NETWORK = new Shape().filled("aliases driver_opts gw_priority interface_name "
            + "ipv4_address ipv6_address link_local_ips mac_address priority");

    private static final Shape PORT = new Shape().filled("name mode host_ip target published protocol app_protocol");

    private static final Shape MOUNT = new Shape().filled("type source target read_only consistency")
            .one("bind", new Shape().filled("selinux propagation create_host_path recursive"))
            .one("volume", new Shape().filled("labels nocopy subpath"))
            .one("tmpfs", new Shape().sizes("size").filled("mode"))
            .one("image", new Shape().filled("subpath"));

    /** A service. */
    static final Shape SERVICE = new Shape().hidden("pull_refresh_after")
            .filled("profiles annotations")
            .set("attach")
            .one("build", BUILD)
            .one("develop", DEVELOP)
            .printed("blkio_config", Shape.Presence.SET, Oddities::blockIo)
            .filled("cap_add cap_drop cgroup_parent cgroup cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period "
                    + "cpu_rt_runtime cpus cpuset cpu_shares")
            .nullable("command")
            .list("configs", REFERENCE)
            .filled("container_name")
            .one("credential_spec", new Shape().filled("config file registry"))
            .map("depends_on", new Shape().filled("condition restart").always("required"))
            .one("deploy", DEPLOY)
            .filled("device_cgroup_rules")
            .list("devices", new Shape().filled("source target permissions"))
            .filled("dns dns_opt dns_search dockerfile domainname")
            .nullable("entrypoint")
            .one("provider", new Shape().filled("type options"))
            .filled("environment")
            .printed("env_file", Shape.Presence.FILLED, Oddities::envFiles)
            .filled("expose")
            .one("extends", new Shape().filled("file service"))
            .filled("external_links extra_hosts group_add")
            .list("gpus", DEVICES)
            .filled("hostname")
            .one("healthcheck", HEALTHCHECK)
            .filled("image")
            .set("init")
            .filled("ipc isolation labels label_file links")
            .one("logging", new Shape().filled("driver options"))
            .filled("log_driver log_opt")
            .sizes("mem_limit mem_reservation memswap_limit mem_swappiness")
            .filled("mac_address")
            .map("models", new Shape().filled("endpoint_var model_var"))
            .filled("net network_mode")
            .map("networks", SERVICE_NETWORK)
            .filled("oom_kill_disable oom_score_adj pid pids_limit platform")
            .list("ports", PORT)
            .filled("privileged pull_policy read_only restart runtime")
            .set("scale")
            .list("secrets", REFERENCE)
            .filled("security_opt")
            .sizes("shm_size")
            .filled("stdin_open")
            .set("stop_grace_period")
            .filled("stop_signal storage_opt sysctls tmpfs tty")
            .map("ulimits", Oddities::ulimit)
            .filled("use_api_socket user userns_mode uts volume_driver")
            .list("volumes", MOUNT)
            .filled("volumes_from working_dir")
            .list("pre_start", PRE_START)
            .list("post_start", HOOK)
            .list("pre_stop", HOOK);

    /** A network. */
    static final Shape NETWORK = new Shape().filled("name driver driver_opts")
            .object("ipam", new Shape().filled("driver")
                    .list("config", new Shape().filled("subnet gateway ip_range aux_addresses"))
                    .hidden("options"))
            .filled("external internal attachable labels")
            .set("enable_ipv4 enable_ipv6");

    /** A volume. */
    static final Shape VOLUME = new Shape().filled("name driver driver_opts external labels");

    private static final Shape FILE = new Shape()
            .filled("name file environment content external labels driver driver_opts template_driver");

    private static final Shape MODEL = new Shape().filled("name model context_size runtime_flags");

    /** A project, in YAML. */
    static final Shape PROJECT = new Shape().filled("name")
            .printed("services", Shape.Presence.SET, (node, format) -> Shape.values(node, SERVICE::arrange, format))
            .map("networks", (node, format) -> NETWORK.arrange(Oddities.object(node), format))
            .map("volumes", (node, format) -> VOLUME.arrange(Oddities.object(node), format))
            .map("secrets", (node, format) -> FILE.arrange(Oddities.withoutContent(node), format))
            .map("configs", (node, format) -> FILE.arrange(Oddities.withoutCopy(node), format))
            .map("models", MODEL)
            .hidden("version include");

    private Shapes() {
    }
}
