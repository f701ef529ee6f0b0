package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerStats;

/** Readings of resources, and what is computed from them as {@code docker stats} does. */
final class StatsReading {
    private StatsReading() {
    }

    static ContainerStats stats(Tree tree) {
        Tree memory = tree.at("memory_stats");
        long received = 0;
        long sent = 0;
        for (Tree network : tree.entries("networks").values()) {
            received += network.number("rx_bytes");
            sent += network.number("tx_bytes");
        }
        long read = 0;
        long written = 0;
        for (Tree transfer : tree.at("blkio_stats").list("io_service_bytes_recursive")) {
            switch (transfer.text("op").toLowerCase(java.util.Locale.ROOT)) {
                case "read" -> read += transfer.number("value");
                case "write" -> written += transfer.number("value");
                default -> {
                    // Other operations are not shown.
                }
            }
        }
        String name = tree.text("name");
        return new ContainerStats(tree.text("id"), name.startsWith("/") ? name.substring(1) : name,
                tree.instantOrEpoch("read"), cpu(tree), memoryUsage(memory), memory.number("limit"), received, sent,
                read, written, tree.at("pids_stats").number("current"), tree.raw());
    }

    private static double cpu(Tree tree) {
        Tree now = tree.at("cpu_stats");
        Tree before = tree.at("precpu_stats");
        double used = (double) now.at("cpu_usage").number("total_usage")
                - before.at("cpu_usage").number("total_usage");
        double system = (double) now.number("system_cpu_usage") - before.number("system_cpu_usage");
        long online = now.number("online_cpus");
        if (online == 0) {
            online = now.at("cpu_usage").list("percpu_usage").size();
        }
        return used > 0 && system > 0 && before.has("system_cpu_usage") ? used / system * online * 100 : 0;
    }

    /** Less the pages of files that nobody uses: they would be given back at once. */
    private static long memoryUsage(Tree memory) {
        long usage = memory.number("usage");
        Tree stats = memory.at("stats");
        long inactive = stats.has("total_inactive_file")
                ? stats.number("total_inactive_file")
                : stats.number("inactive_file");
        return inactive < usage ? usage - inactive : usage;
    }
}
