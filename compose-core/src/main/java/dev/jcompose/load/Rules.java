package dev.jcompose.load;

import static dev.jcompose.load.MergeRule.LOGGING;
import static dev.jcompose.load.MergeRule.NEW_ITEMS;
import static dev.jcompose.load.MergeRule.POOLS;
import static dev.jcompose.load.MergeRule.REPLACE;
import static dev.jcompose.load.MergeRule.SEQUENCE;
import static dev.jcompose.load.PathKind.CONTEXT;
import static dev.jcompose.load.PathKind.DEVICE;
import static dev.jcompose.load.PathKind.FOREIGN;
import static dev.jcompose.load.PathKind.LINK;
import static dev.jcompose.load.PathKind.LOCAL;
import static dev.jcompose.load.PathKind.MOUNT;
import static dev.jcompose.load.PathKind.RESOURCE;
import static dev.jcompose.load.ScalarType.BOOLEAN;
import static dev.jcompose.load.ScalarType.FLOAT;
import static dev.jcompose.load.ScalarType.FLOAT32;
import static dev.jcompose.load.ScalarType.INTEGER;

import java.util.function.UnaryOperator;

/**
 * The attributes that are special in some way, by where they are. An attribute without a row is a value that is
 * merged, printed and digested as it is.
 *
 * <p>
 * A pattern's parts are parted by dots; {@code *} stands for any key and for each item of a sequence. Immutable.
 */
public final class Rules {
    /** The rules of the Compose specification. */
    public static final Rules STANDARD = new Rules();

    private static final String SERVICE = "services.*.";

    private final RuleNode root = new RuleNode();

    private Rules() {
        process();
        build();
        deploy();
        resources();
        networking();
        mounts();
        hooks();
        topLevel();
    }

    /** Has them made, on a thread that has nothing more urgent to do. */
    static void prepare() {
        // To be called is all that it takes.
    }

    /** The rules of a whole document. */
    public RuleNode root() {
        return root;
    }

    /** The rules of a service, which {@code extends} merges by itself. */
    public RuleNode service() {
        return root.key("services").items();
    }

    private void topLevel() {
        row("include.*", rule -> rule.shortForm(WrapForm::include));
        row("networks.*", rule -> rule.shortForm(ExternalForm::expand));
        rows("networks.*.", "external internal attachable enable_ipv4 enable_ipv6", rule -> rule.scalar(BOOLEAN));
        row("networks.*.labels", rule -> keyValues(rule).unique(KeyedItem::name));
        row("networks.*.driver_opts", rule -> rule.value(KeyValueForm::filled));
        row("networks.*.ipam.config", rule -> rule.merge(POOLS));
        row("networks.*.ipam.config.*.aux_addresses", rule -> rule.value(KeyValueForm::filled));
        row("networks.*.ipam.options", rule -> rule.unique(KeyedItem::name).value(KeyValueForm::filled));
        row("volumes.*", rule -> rule.shortForm(ExternalForm::expand).path(DEVICE));
        row("volumes.*.external", rule -> rule.scalar(BOOLEAN));
        row("volumes.*.driver_opts", rule -> rule.value(KeyValueForm::filled));
        row("volumes.*.labels", Rules::keyValues);
        for (String kind : new String[]{"configs.*", "secrets.*"}) {
            row(kind, rule -> rule.shortForm(ExternalForm::expand));
            row(kind + ".external", rule -> rule.scalar(BOOLEAN));
            row(kind + ".file", rule -> rule.path(FOREIGN));
            rows(kind, ".labels .driver_opts", rule -> rule.value(KeyValueForm::filled));
        }
        row("models.*.context_size", rule -> rule.value(new ScalarForm(INTEGER)));
    }

    private void process() {
        rows(SERVICE, "cpu_count cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares oom_score_adj "
                + "pids_limit scale", rule -> rule.scalar(INTEGER));
        rows(SERVICE, "init oom_kill_disable privileged read_only stdin_open tty", rule -> rule.scalar(BOOLEAN));
        rows(SERVICE, "attach use_api_socket", rule -> rule.value(new ScalarForm(BOOLEAN)));
        row(SERVICE + "cpus", rule -> rule.scalar(FLOAT32));
        row(SERVICE + "cpu_percent", rule -> rule.scalar(FLOAT).value(new ScalarForm(FLOAT32)));
        rows(SERVICE, "mem_limit mem_reservation memswap_limit mem_swappiness shm_size",
                rule -> rule.value(ByteSizeForm::canonical));
        row(SERVICE + "stop_grace_period", rule -> rule.value(DurationForm::canonical));
        rows(SERVICE, "command entrypoint", rule -> rule.merge(REPLACE).value(CommandForm::words));
        rows(SERVICE, "labels annotations sysctls", rule -> keyValues(rule).unique(KeyedItem::name));
        row(SERVICE + "environment",
                rule -> rule.merge(SEQUENCE).unique(KeyedItem::name).value(KeyValueForm::nullable));
        row(SERVICE + "env_file",
                rule -> rule.shortForm(EnvFileForm::expand).merge(SEQUENCE).unique(EnvFileForm::key));
        row(SERVICE + "env_file.*.path", rule -> rule.path(LOCAL));
        row(SERVICE + "label_file", rule -> rule.shortForm(TextForm::oneOrMore).merge(SEQUENCE));
        row(SERVICE + "label_file.*", rule -> rule.path(LOCAL));
        row(SERVICE + "extends", rule -> rule.shortForm(WrapForm::extended));
        row(SERVICE + "extends.file", rule -> rule.path(RESOURCE));
        row(SERVICE + "depends_on", rule -> rule.shortForm(KeysForm::dependencies));
        row(SERVICE + "depends_on.*", rule -> rule.defaults(Defaults::dependency));
        rows(SERVICE + "depends_on.*.", "restart required", rule -> rule.value(new ScalarForm(BOOLEAN)));
        rows(SERVICE, "cap_add cap_drop links profiles", rule -> rule.unique(KeyedItem::name));
        row(SERVICE + "healthcheck.test", rule -> rule.merge(REPLACE).value(CommandForm::test));
        row(SERVICE + "healthcheck.retries", rule -> rule.scalar(INTEGER));
        row(SERVICE + "healthcheck.disable", rule -> rule.scalar(BOOLEAN));
        rows(SERVICE + "healthcheck.", "interval timeout start_period start_interval",
                rule -> rule.value(DurationForm::canonical));
        row(SERVICE + "logging", rule -> rule.merge(LOGGING));
        row(SERVICE + "logging.options", rule -> rule.value(KeyValueForm::filled));
        row(SERVICE + "group_add", rule -> rule.value(TextForm::texts));
        row(SERVICE + "storage_opt", rule -> rule.value(KeyValueForm::filled));
        row(SERVICE + "provider.options", rule -> rule.value(TextForm::manyByKey));
        row(SERVICE + "models", rule -> rule.shortForm(KeysForm::names));
    }

    private void resources() {
        ulimits(SERVICE);
        row(SERVICE + "blkio_config.weight", rule -> rule.value(NumberForm::unquoted));
        row(SERVICE + "blkio_config.weight_device.*.weight", rule -> rule.value(NumberForm::unquoted));
        rows(SERVICE + "blkio_config.", "device_read_bps.*.rate device_read_iops.*.rate device_write_bps.*.rate "
                + "device_write_iops.*.rate", rule -> rule.value(ByteSizeForm::canonical));
        row(SERVICE + "devices", rule -> rule.unique(DeviceForm::key));
        row(SERVICE + "devices.*", rule -> rule.shortForm(DeviceForm::expand));
        row(SERVICE + "gpus", rule -> rule.shortForm(WrapForm::gpus));
        row(SERVICE + "gpus.*", rule -> rule.defaults(Defaults::devices));
        row(SERVICE + "gpus.*.count", rule -> rule.value(DeviceCountForm::canonical));
        row(SERVICE + "gpus.*.device_ids", rule -> rule.value(TextForm::texts));
        row(SERVICE + "gpus.*.options", rule -> rule.value(KeyValueForm::filled));
    }

    private void deploy() {
        String deploy = SERVICE + "deploy.";
        row(deploy + "replicas", rule -> rule.scalar(INTEGER));
        row(deploy + "labels", rule -> keyValues(rule).unique(KeyedItem::name));
        for (String update : new String[]{"update_config.", "rollback_config."}) {
            row(deploy + update + "parallelism", rule -> rule.scalar(INTEGER));
            row(deploy + update + "max_failure_ratio",
                    rule -> rule.scalar(FLOAT).value(new ScalarForm(FLOAT32)));
            rows(deploy + update, "delay monitor", rule -> rule.value(DurationForm::canonical));
        }
        row(deploy + "restart_policy.max_attempts", rule -> rule.scalar(INTEGER));
        rows(deploy + "restart_policy.", "delay window", rule -> rule.value(DurationForm::canonical));
        row(deploy + "placement.max_replicas_per_node", rule -> rule.scalar(INTEGER));
        for (String side : new String[]{"resources.limits.", "resources.reservations."}) {
            row(deploy + side + "cpus", rule -> rule.value(new ScalarForm(FLOAT32)));
            row(deploy + side + "memory", rule -> rule.value(ByteSizeForm::canonical));
            row(deploy + side + "pids", rule -> rule.value(new ScalarForm(INTEGER)));
            row(deploy + side + "generic_resources.*.discrete_resource_spec.value",
                    rule -> rule.value(new ScalarForm(INTEGER)));
            row(deploy + side + "devices.*", rule -> rule.defaults(Defaults::devices));
            row(deploy + side + "devices.*.count", rule -> rule.value(DeviceCountForm::canonical));
            row(deploy + side + "devices.*.device_ids", rule -> rule.value(TextForm::texts));
            row(deploy + side + "devices.*.options", rule -> rule.value(KeyValueForm::filled));
        }
    }

    private void build() {
        String build = SERVICE + "build.";
        row(SERVICE + "build", rule -> rule.shortForm(WrapForm::build).defaults(Defaults::build));
        row(build + "context", rule -> rule.path(CONTEXT));
        row(build + "args", rule -> rule.merge(SEQUENCE).unique(KeyedItem::name).value(KeyValueForm::nullable));
        row(build + "labels", rule -> keyValues(rule).unique(KeyedItem::name));
        row(build + "additional_contexts",
                rule -> rule.shortForm(KeyValueForm::strict).value(KeyValueForm::filled));
        row(build + "additional_contexts.*", rule -> rule.path(CONTEXT));
        row(build + "ssh", rule -> rule.shortForm(SshForm::expand));
        row(build + "ssh.*", rule -> rule.path(FOREIGN));
        row(build + "secrets.*", rule -> rule.shortForm(ReferenceForm::expand));
        row(build + "secrets.*.mode", rule -> rule.value(ModeForm::octal));
        rows(build, "provenance sbom", rule -> rule.shortForm(TextForm::text));
        rows(build, "no_cache pull privileged", rule -> rule.value(new ScalarForm(BOOLEAN)));
        row(build + "shm_size", rule -> rule.value(ByteSizeForm::canonical));
        row(build + "extra_hosts", rule -> rule.merge(NEW_ITEMS).value(HostsForm::canonical));
        row(build + "tags", rule -> rule.unique(KeyedItem::name));
        row(build + "no_cache_filter", rule -> rule.shortForm(TextForm::oneOrMore).value(TextForm::texts));
        ulimits(build);
    }

    private void networking() {
        row(SERVICE + "networks", rule -> rule.shortForm(KeysForm::names).value(KeysForm::withoutExtensions));
        row(SERVICE + "networks.*.aliases", rule -> rule.unique(KeyedItem::name));
        row(SERVICE + "networks.*.link_local_ips", rule -> rule.unique(KeyedItem::name));
        row(SERVICE + "networks.*.driver_opts", rule -> rule.value(KeyValueForm::filled));
        rows(SERVICE + "networks.*.", "gw_priority priority", rule -> rule.value(new ScalarForm(INTEGER)));
        row(SERVICE + "ports", rule -> rule.shortForm(PortForm::expand).unique(PortForm::key));
        row(SERVICE + "ports.*", rule -> rule.defaults(Defaults::port));
        row(SERVICE + "ports.*.target", rule -> rule.scalar(INTEGER));
        row(SERVICE + "ports.*.published", rule -> rule.value(TextForm::text));
        row(SERVICE + "expose", rule -> rule.unique(KeyedItem::whole).value(TextForm::texts));
        row(SERVICE + "extra_hosts", rule -> rule.merge(NEW_ITEMS).value(HostsForm::canonical));
        row(SERVICE + "dns", rule -> rule.shortForm(TextForm::oneOrMoreFilled)
                .merge(SEQUENCE)
                .unique(KeyedItem::name)
                .value(TextForm::texts));
        rows(SERVICE, "dns_opt dns_search",
                rule -> rule.merge(SEQUENCE).unique(KeyedItem::name).value(TextForm::texts));
    }

    private void mounts() {
        row(SERVICE + "volumes", rule -> rule.unique(VolumeForm::key));
        row(SERVICE + "volumes.*", rule -> rule.shortForm(VolumeForm::expand).path(MOUNT));
        row(SERVICE + "volumes.*.read_only", rule -> rule.scalar(BOOLEAN));
        row(SERVICE + "volumes.*.bind.create_host_path", rule -> rule.value(new ScalarForm(BOOLEAN)));
        row(SERVICE + "volumes.*.volume.nocopy", rule -> rule.scalar(BOOLEAN));
        row(SERVICE + "volumes.*.volume.labels", Rules::keyValues);
        row(SERVICE + "volumes.*.tmpfs.size", rule -> rule.value(ByteSizeForm::canonical));
        row(SERVICE + "volumes.*.tmpfs.mode", rule -> rule.value(ModeForm::number));
        row(SERVICE + "tmpfs", rule -> rule.merge(SEQUENCE).unique(KeyedItem::name).value(TextForm::texts));
        row(SERVICE + "configs", rule -> rule.unique(ReferenceForm::config));
        row(SERVICE + "secrets", rule -> rule.unique(ReferenceForm::secret));
        row(SERVICE + "configs.*", rule -> rule.shortForm(ReferenceForm::expand));
        row(SERVICE + "secrets.*", rule -> rule.shortForm(ReferenceForm::expand).defaults(Defaults::secret));
        rows(SERVICE, "configs.*.mode secrets.*.mode", rule -> rule.value(ModeForm::octal));
    }

    private void hooks() {
        for (String hook : new String[]{"pre_start.*.", "post_start.*.", "pre_stop.*.", "develop.watch.*.exec."}) {
            row(SERVICE + hook + "command", rule -> rule.value(CommandForm::words));
            row(SERVICE + hook + "environment", rule -> rule.value(KeyValueForm::nullable));
            rows(SERVICE + hook, "privileged per_replica", rule -> rule.value(new ScalarForm(BOOLEAN)));
        }
        row(SERVICE + "develop.watch.*.path", rule -> rule.path(LINK));
        rows(SERVICE + "develop.watch.*.", "ignore include", rule -> rule.shortForm(TextForm::oneOrMore));
        row(SERVICE + "develop.watch.*.initial_sync", rule -> rule.value(new ScalarForm(BOOLEAN)));
    }

    private void ulimits(String owner) {
        row(owner + "ulimits.*", rule -> rule.scalar(INTEGER).merge(REPLACE));
        rows(owner + "ulimits.*.", "soft hard", rule -> rule.scalar(INTEGER));
    }

    private static Rule keyValues(Rule rule) {
        return rule.merge(SEQUENCE).value(KeyValueForm::filled);
    }

    private void rows(String prefix, String names, UnaryOperator<Rule> special) {
        for (String name : names.split(" ", -1)) {
            row(prefix + name, special);
        }
    }

    private void row(String pattern, UnaryOperator<Rule> special) {
        RuleNode node = root;
        for (String part : pattern.split("\\.", -1)) {
            node = node.grow(part);
        }
        node.set(special.apply(node.rule()));
    }
}
