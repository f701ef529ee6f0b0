package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Instant;
import java.util.Map;

/**
 * One reading of what a container uses.
 *
 * @param cpuPercent
 *            of one processor, since the reading before; 0 in the first
 * @param memoryUsage
 *            bytes, less what the kernel would give back at once
 * @param memoryLimit
 *            bytes
 * @param networkReceived
 *            bytes over all interfaces since the start
 * @param networkSent
 *            likewise
 * @param blockRead
 *            bytes since the start
 * @param blockWritten
 *            likewise
 * @param raw
 *            the engine's whole answer
 */
public record ContainerStats(String id, String name, Instant read, double cpuPercent, long memoryUsage,
        long memoryLimit, long networkReceived, long networkSent, long blockRead, long blockWritten, long pids,
        Map<String, Object> raw) {
    public ContainerStats { raw = Ordered.copyOf(raw); }
}
