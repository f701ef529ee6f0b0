package dev.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container may use, by the service's own attributes ({@code deploy.resources} is in {@link Deploy}).
 *
 * @param ulimits
 *            by name
 * @param pidsLimit
 *            processes; -1 for no limit, null where nothing is said
 * @param blockIo
 *            null where nothing is said
 * @param storageOpt
 *            options of the storage driver
 */
public record Resources(Cpu cpu, Memory memory, @Nullable Long pidsLimit, Map<String, Ulimit> ulimits,
        @Nullable BlockIo blockIo, Map<String, String> storageOpt) {
    public Resources {
        ulimits = Ordered.copyOf(ulimits);
        storageOpt = Ordered.copyOf(storageOpt);
    }

    static Resources decode(Attributes a) {
        return new Resources(Cpu.decode(a), Memory.decode(a), a.longInteger("pids_limit"), Ulimit.decodeAll(a),
                a.object("blkio_config", BlockIo::decode), a.stringMap("storage_opt"));
    }

    /**
     * Processor time.
     *
     * @param cpus
     *            whole and parts of processors
     * @param period
     *            microseconds
     * @param quota
     *            microseconds a period
     * @param percent
     *            of the whole machine (Windows)
     * @param set
     *            processors that may be used: {@code 0-3,6}
     */
    public record Cpu(@Nullable Double cpus, @Nullable Long count, @Nullable Double percent, @Nullable Long period,
            @Nullable Long quota, @Nullable Long realtimePeriod, @Nullable Long realtimeRuntime, @Nullable Long shares,
            @Nullable String set) {
        static Cpu decode(Attributes a) {
            return new Cpu(a.number("cpus"), a.longInteger("cpu_count"), a.number("cpu_percent"),
                    a.longInteger("cpu_period"), a.longInteger("cpu_quota"), a.longInteger("cpu_rt_period"),
                    a.longInteger("cpu_rt_runtime"), a.longInteger("cpu_shares"), a.string("cpuset"));
        }
    }

    /**
     * Memory, in bytes.
     *
     * @param swapLimit
     *            memory and swap together; -1 for no limit
     * @param swappiness
     *            0 to 100
     * @param oomScoreAdjustment
     *            -1000 to 1000
     * @param sharedSize
     *            of {@code /dev/shm}
     */
    public record Memory(@Nullable Long limit, @Nullable Long reservation, @Nullable Long swapLimit,
            @Nullable Long swappiness, boolean oomKillDisable, @Nullable Integer oomScoreAdjustment,
            @Nullable Long sharedSize) {
        static Memory decode(Attributes a) {
            return new Memory(a.bytes("mem_limit"), a.bytes("mem_reservation"), a.bytes("memswap_limit"),
                    a.longInteger("mem_swappiness"), a.flag("oom_kill_disable"), a.integer("oom_score_adj"),
                    a.bytes("shm_size"));
        }
    }
}
