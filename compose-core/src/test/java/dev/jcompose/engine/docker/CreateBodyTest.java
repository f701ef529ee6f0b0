package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerSpec.Connections;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.Specs;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Networking.NetworkUse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each attribute of a service, and what the engine is sent for it. */
class CreateBodyTest {
    private static String body(ContainerSpec spec) {
        return new String(new Json().write(ContainerCreation.body(spec, ApiVersion.NEWEST)), StandardCharsets.UTF_8);
    }

    private static String body(String yaml) {
        return body(ContainerSpec.of("web", "busybox", Specs.service(yaml)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // process
            "command: [a, 'b c'] | `\"Cmd\":[\"a\",\"b c\"]`", "command: [] | `\"Cmd\":[]`",
            "entrypoint: [] | `\"Entrypoint\":[]`", "environment: {A: '1', B: null} | `\"Env\":[\"A=1\",\"B\"]`",
            "user: '1:2' | `\"User\":\"1:2\"`", "working_dir: /w | `\"WorkingDir\":\"/w\"`",
            "tty: true | `\"Tty\":true`", "stdin_open: true | `\"OpenStdin\":true`", "init: false | `\"Init\":false`",
            // networking
            "hostname: h | `\"Hostname\":\"h\"`", "domainname: d | `\"Domainname\":\"d\"`",
            "dns: [1.1.1.1] | `\"Dns\":[\"1.1.1.1\"]`", "dns_opt: [o] | `\"DnsOptions\":[\"o\"]`",
            "dns_search: [s] | `\"DnsSearch\":[\"s\"]`",
            "extra_hosts: ['h=1.2.3.4', 'i=[::1]'] | `\"ExtraHosts\":[\"h:1.2.3.4\",\"i:::1\"]`",
            "expose: ['80'] | `\"ExposedPorts\":{\"80\":{}}`",
            "network_mode: disabled | `\"NetworkDisabled\":true`",
            "ports: [{target: 80, published: '8080', host_ip: 127.0.0.1, protocol: udp}] "
                    + "| `\"PortBindings\":{\"80/udp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"8080\"}]}`",
            // mounts
            "volumes: [{type: bind, source: /s, target: /t, bind: {create_host_path: true, selinux: z}}] "
                    + "| `\"Binds\":[\"/s:/t:rw,z\"]`",
            "volumes: [{type: bind, source: /s, target: /t, bind: {create_host_path: true, propagation: rslave}}] "
                    + "| `\"Mounts\":[{\"Type\":\"bind\",\"Source\":\"/s\",\"Target\":\"/t\","
                    + "\"BindOptions\":{\"Propagation\":\"rslave\",\"CreateMountpoint\":true}}]`",
            "volumes: [{type: volume, source: v, target: /t, read_only: true, volume: {}}] | `\"Binds\":[\"v:/t:ro\"]`",
            "volumes: [{type: volume, source: v, target: /t, volume: {nocopy: true, subpath: s, labels: {a: b}}}] "
                    + "| `\"VolumeOptions\":{\"NoCopy\":true,\"Labels\":{\"a\":\"b\"},\"Subpath\":\"s\"}`",
            "volumes: [{type: volume, target: /t}] | `\"Mounts\":[{\"Type\":\"volume\",\"Target\":\"/t\"}]`",
            "volumes: [{type: tmpfs, target: /t, tmpfs: {size: '1024', mode: 1777}}] "
                    + "| `\"TmpfsOptions\":{\"SizeBytes\":1024,\"Mode\":1777}`",
            "volumes: [{type: image, source: i, target: /t, image: {subpath: s}}] "
                    + "| `\"ImageOptions\":{\"Subpath\":\"s\"}`",
            "tmpfs: [/a, '/b:size=1m'] | `\"Tmpfs\":{\"/a\":\"\",\"/b\":\"size=1m\"}`",
            // resources
            "cpus: 1.5 | `\"NanoCpus\":1500000000`", "cpu_count: 2 | `\"CpuCount\":2`",
            "cpu_percent: 50 | `\"CpuPercent\":5000`", "cpu_period: 3 | `\"CpuPeriod\":3`",
            "cpu_quota: 4 | `\"CpuQuota\":4`", "cpu_rt_period: 5 | `\"CpuRealtimePeriod\":5`",
            "cpu_rt_runtime: 6 | `\"CpuRealtimeRuntime\":6`", "cpu_shares: 7 | `\"CpuShares\":7`",
            "cpuset: 0-1 | `\"CpusetCpus\":\"0-1\"`", "mem_limit: '1048576' | `\"Memory\":1048576`",
            "mem_reservation: '2' | `\"MemoryReservation\":2`", "memswap_limit: '-1' | `\"MemorySwap\":-1`",
            "mem_swappiness: '60' | `\"MemorySwappiness\":60`", "oom_kill_disable: true | `\"OomKillDisable\":true`",
            "oom_score_adj: -500 | `\"OomScoreAdj\":-500`", "shm_size: '64' | `\"ShmSize\":64`",
            "pids_limit: 9 | `\"PidsLimit\":9`", "storage_opt: {size: 2G} | `\"StorageOpt\":{\"size\":\"2G\"}`",
            "deploy: {resources: {limits: {cpus: 0.5, memory: '8', pids: 3}}} | `\"NanoCpus\":500000000`",
            "'{mem_limit: 4, deploy: {resources: {limits: {memory: \"8\"}}}}' | `\"Memory\":8`",
            "deploy: {resources: {reservations: {memory: '5'}}} | `\"MemoryReservation\":5`",
            "blkio_config: {weight: 300, device_read_bps: [{path: /dev/sda, rate: '1024'}]} | `\"BlkioWeight\":300`",
            // devices
            "devices: [{source: /dev/a, target: /dev/b, permissions: rw}] | `\"Devices\":[{\"PathOnHost\":\"/dev/a\","
                    + "\"PathInContainer\":\"/dev/b\",\"CgroupPermissions\":\"rw\"}]`",
            "device_cgroup_rules: [c 1:3 mr] | `\"DeviceCgroupRules\":[\"c 1:3 mr\"]`",
            "gpus: [{count: -1, driver: nvidia}] "
                    + "| `\"DeviceRequests\":[{\"Driver\":\"nvidia\",\"Count\":-1,\"Capabilities\":[[\"gpu\"]]}]`",
            // security
            "privileged: true | `\"Privileged\":true`", "read_only: true | `\"ReadonlyRootfs\":true`",
            "cap_add: [NET_ADMIN] | `\"CapAdd\":[\"NET_ADMIN\"]`", "cap_drop: [ALL] | `\"CapDrop\":[\"ALL\"]`",
            "group_add: ['1'] | `\"GroupAdd\":[\"1\"]`", "sysctls: {a: '1'} | `\"Sysctls\":{\"a\":\"1\"}`",
            "security_opt: [no-new-privileges, systempaths=unconfined] "
                    + "| `\"MaskedPaths\":[],\"ReadonlyPaths\":[],\"SecurityOpt\":[\"no-new-privileges\"]`",
            "runtime: runc | `\"Runtime\":\"runc\"`", "isolation: default | `\"Isolation\":\"default\"`",
            "ipc: shareable | `\"IpcMode\":\"shareable\"`", "pid: host | `\"PidMode\":\"host\"`",
            "uts: host | `\"UTSMode\":\"host\"`", "userns_mode: host | `\"UsernsMode\":\"host\"`",
            "cgroup: host | `\"CgroupnsMode\":\"host\"`", "cgroup_parent: p | `\"CgroupParent\":\"p\"`",
            // lifecycle
            "restart: on-failure:3 | `\"RestartPolicy\":{\"Name\":\"on-failure\",\"MaximumRetryCount\":3}`",
            "deploy: {restart_policy: {condition: any}} | `\"RestartPolicy\":{\"Name\":\"always\"}`",
            "stop_signal: SIGINT | `\"StopSignal\":\"SIGINT\"`", "stop_grace_period: 1m30s | `\"StopTimeout\":90`",
            "stop_grace_period: 0s | `\"StopTimeout\":0`",
            "healthcheck: {test: [CMD, 'true'], interval: 1s, retries: 2} "
                    + "| `\"Healthcheck\":{\"Test\":[\"CMD\",\"true\"],\"Interval\":1000000000,\"Retries\":2}`",
            "healthcheck: {disable: true} | `\"Healthcheck\":{\"Test\":[\"NONE\"]}`",
            "logging: {driver: json-file, options: {max-size: 1m}} "
                    + "| `\"LogConfig\":{\"Type\":\"json-file\",\"Config\":{\"max-size\":\"1m\"}}`",
            "annotations: {a: b} | `\"Annotations\":{\"a\":\"b\"}`"})
    void attribute(String yaml, String expected) {
        String plain = yaml.startsWith("'{") ? yaml.substring(1, yaml.length() - 1) : yaml;
        assertTrue(body(plain).contains(expected), () -> body(plain));
    }

    @Test
    void ulimits_have_both_limits() {
        String body = body("ulimits: {nofile: {soft: 1, hard: 2}}");
        assertTrue(body.contains("\"Name\":\"nofile\"") && body.contains("\"Soft\":1") && body.contains("\"Hard\":2"),
                body);
    }

    @Test
    void a_plain_service_is_sent_almost_empty() {
        assertEquals("{\"Image\":\"busybox\",\"AttachStdout\":true,\"AttachStderr\":true,"
                + "\"HostConfig\":{\"NetworkMode\":\"none\",\"OomKillDisable\":false}}", body("{}"));
    }

    @Test
    void an_anonymous_volume_that_is_handed_on_is_mounted_by_its_name() {
        ContainerSpec spec = ContainerSpec
                .of("web", "busybox", Specs.service("volumes: [{type: volume, target: /data}]"))
                .withMounts(List.of(Mount.volume("0123", "/data", false)));
        assertTrue(body(spec).contains("\"Mounts\":[{\"Type\":\"volume\",\"Source\":\"0123\",\"Target\":\"/data\"}]"),
                body(spec));
    }

    @Test
    void a_file_of_a_secret_must_exist() {
        ContainerSpec spec = ContainerSpec.of("web", "busybox", Specs.service("{}"))
                .withMounts(List.of(Mount.file("/s.txt", "/run/secrets/s")));
        assertTrue(body(spec).contains("\"ReadOnly\":true,\"BindOptions\":{}"), body(spec));
    }

    @Test
    void an_endpoint_has_all_that_was_said_of_it() {
        NetworkUse use = Specs.service("""
                networks:
                  net:
                    ipv4_address: 10.0.0.2
                    ipv6_address: fd00::2
                    link_local_ips: [169.254.1.1]
                    mac_address: 02:00:00:00:00:01
                    driver_opts: {o: v}
                    interface_name: eth7
                    gw_priority: 5
                """).networking().networks().values().iterator().next();
        ContainerSpec spec = ContainerSpec.of("web", "busybox", Specs.service("{}"))
                .withConnections(new Connections("p_net", List.of(new Attachment("p_net",
                        EndpointSpec.of(use, List.of("p-web-1", "web"), List.of("db:db")))), List.of("db:db")));
        assertTrue(body(spec).endsWith("""
                "NetworkingConfig":{"EndpointsConfig":{"p_net":{"IPAMConfig":{"IPv4Address":"10.0.0.2",\
                "IPv6Address":"fd00::2","LinkLocalIPs":["169.254.1.1"]},"Links":["db:db"],\
                "Aliases":["p-web-1","web"],"DriverOpts":{"o":"v","com.docker.network.endpoint.ifname":"eth7"},\
                "MacAddress":"02:00:00:00:00:01","GwPriority":5}}}}"""), body(spec));
        assertTrue(body(spec).contains("\"NetworkMode\":\"p_net\",\"Links\":[\"db:db\"]"), body(spec));
        assertEquals(Map.of("o", "v"), use.driverOpts());
    }
}
