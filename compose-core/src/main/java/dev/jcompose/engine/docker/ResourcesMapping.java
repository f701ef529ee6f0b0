package dev.jcompose.engine.docker;

import dev.jcompose.model.BlockIo;
import dev.jcompose.model.BlockIo.Throttle;
import dev.jcompose.model.Deploy;
import dev.jcompose.model.Resources;
import dev.jcompose.model.Resources.Cpu;
import dev.jcompose.model.Resources.Memory;
import dev.jcompose.model.Service;
import dev.jcompose.model.Ulimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits and shares. What {@code deploy.resources} says wins over the service's own attributes. */
final class ResourcesMapping {
    private ResourcesMapping() {
    }

    static void write(Service service, JsonObject host) {
        Resources resources = service.resources();
        Cpu cpu = resources.cpu();
        Memory memory = resources.memory();
        Deploy.Limits limits = service.deploy() == null ? null : service.deploy().limits();
        Deploy.Reservations reserved = service.deploy() == null ? null : service.deploy().reservations();
        host.nonZero("NanoCpus", nanoCpus(first(limits == null ? null : limits.cpus(), cpu.cpus())))
                .nonZero("CpuCount", cpu.count()).nonZero("CpuPercent", hundredfold(cpu.percent()))
                .nonZero("CpuPeriod", cpu.period()).nonZero("CpuQuota", cpu.quota())
                .nonZero("CpuRealtimePeriod", cpu.realtimePeriod()).nonZero("CpuRealtimeRuntime", cpu.realtimeRuntime())
                .nonZero("CpuShares", cpu.shares()).put("CpusetCpus", cpu.set())
                .nonZero("Memory", first(limits == null ? null : limits.memory(), memory.limit()))
                .nonZero("MemoryReservation", first(reserved == null ? null : reserved.memory(), memory.reservation()))
                .nonZero("MemorySwap", memory.swapLimit()).nonZero("MemorySwappiness", memory.swappiness())
                .always("OomKillDisable", memory.oomKillDisable()).nonZero("OomScoreAdj", memory.oomScoreAdjustment())
                .nonZero("ShmSize", memory.sharedSize())
                .nonZero("PidsLimit", first(limits == null ? null : limits.pids(), resources.pidsLimit()))
                .put("Ulimits", ulimits(resources.ulimits())).put("StorageOpt", resources.storageOpt());
        BlockIo blockIo = resources.blockIo();
        if (blockIo != null) {
            host.nonZero("BlkioWeight", blockIo.weight())
                    .put("BlkioWeightDevice", blockIo.weightDevice().stream()
                            .map(device -> Map.of("Path", device.path(), "Weight", device.weight())).toList())
                    .put("BlkioDeviceReadBps", throttles(blockIo.deviceReadBps()))
                    .put("BlkioDeviceReadIOps", throttles(blockIo.deviceReadIops()))
                    .put("BlkioDeviceWriteBps", throttles(blockIo.deviceWriteBps()))
                    .put("BlkioDeviceWriteIOps", throttles(blockIo.deviceWriteIops()));
        }
    }

    static Object ulimit(String name, Ulimit limit) {
        return Map.of("Name", name, "Soft", limit.soft(), "Hard", limit.hard());
    }

    private static List<Object> ulimits(Map<String, Ulimit> limits) {
        List<Object> all = new ArrayList<>();
        limits.forEach((name, limit) -> all.add(ulimit(name, limit)));
        return all;
    }

    private static List<Object> throttles(List<Throttle> throttles) {
        return throttles.stream().<Object>map(device -> Map.of("Path", device.path(), "Rate", device.rate())).toList();
    }

    private static <N extends Number> @Nullable N first(@Nullable N wins, @Nullable N otherwise) {
        return wins == null || wins.doubleValue() == 0 ? otherwise : wins;
    }

    private static @Nullable Long nanoCpus(@Nullable Double cpus) {
        return cpus == null ? null : Math.round(cpus * 1e9);
    }

    /** The engine counts in hundredths of a percent, as docker compose understands it. */
    private static @Nullable Long hundredfold(@Nullable Double percent) {
        return percent == null ? null : Math.round(percent * 100);
    }
}
