package dev.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access to block devices (specification, {@code blkio_config}).
 *
 * @param weight
 *            10 to 1000; null where nothing is said
 */
public record BlockIo(@Nullable Integer weight, List<Weight> weightDevice, List<Throttle> deviceReadBps,
        List<Throttle> deviceReadIops, List<Throttle> deviceWriteBps, List<Throttle> deviceWriteIops) {
    public BlockIo {
        weightDevice = List.copyOf(weightDevice);
        deviceReadBps = List.copyOf(deviceReadBps);
        deviceReadIops = List.copyOf(deviceReadIops);
        deviceWriteBps = List.copyOf(deviceWriteBps);
        deviceWriteIops = List.copyOf(deviceWriteIops);
    }

    static BlockIo decode(Attributes a) {
        return new BlockIo(a.integer("weight"), a.objects("weight_device", Weight::decode),
                a.objects("device_read_bps", Throttle::decode), a.objects("device_read_iops", Throttle::decode),
                a.objects("device_write_bps", Throttle::decode), a.objects("device_write_iops", Throttle::decode));
    }

    /** A device's share. */
    public record Weight(String path, int weight) {
        static Weight decode(Attributes a) {
            Integer weight = a.integer("weight");
            return new Weight(a.string("path", ""), weight == null ? 0 : weight);
        }
    }

    /** A device's limit: bytes or operations a second. */
    public record Throttle(String path, long rate) {
        static Throttle decode(Attributes a) {
            Long rate = a.bytes("rate");
            return new Throttle(a.string("path", ""), rate == null ? 0 : rate);
        }
    }
}
