package dev.jcompose.engine;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.model.Network;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** An engine for a test, and what makes things on it that are gone afterwards. */
@Timeout(60)
abstract class EngineFixture {
    static final String RUN = "jcompose-contract-" + ProcessHandle.current().pid();
    static final String SLEEP = "{command: [sleep, '1000'], stop_grace_period: 0s}";

    @SuppressWarnings("NullAway.Init") // Set before each test; unset only where there is no engine and it is skipped.
    Engine engine;
    private boolean opened;

    /** The engine under test; skips the test where there is none. */
    abstract Engine open();

    @BeforeEach
    void begin() {
        engine = open();
        opened = true;
    }

    @AfterEach
    void clean() {
        if (!opened) {
            return;
        }
        for (ContainerSummary container : engine.containers().list(ContainerFilter.labelled("contract=" + RUN))) {
            engine.containers().remove(container.id(), true, true);
        }
        engine.networks().list(NetworkFilter.labelled("contract=" + RUN))
                .forEach(network -> engine.networks().remove(network.id()));
        engine.volumes().list(VolumeFilter.labelled("contract=" + RUN))
                .forEach(volume -> engine.volumes().remove(volume.name(), true));
        engine.close();
    }

    /** Skips a test on Podman. */
    void assumeNotPodman(String why) {
        assumeFalse(engine.system().ping().isPodman(), "Podman: " + why);
    }

    static Map<String, String> labels() {
        return Map.of("contract", RUN);
    }

    static String name(String suffix) {
        return RUN + "-" + suffix;
    }

    static ContainerSpec spec(String suffix, String yaml) {
        return Specs.container(name(suffix), labels(), yaml);
    }

    String create(String suffix, String yaml) {
        return engine.containers().create(spec(suffix, yaml)).id();
    }

    String run(String suffix, String yaml) {
        String id = create(suffix, yaml);
        engine.containers().start(id);
        return id;
    }

    String network(String suffix) {
        Network plain = new Network("net", name(suffix), null, Map.of(),
                new Network.Ipam(null, List.of(), Map.of()), false, false, false, null, null, Map.of());
        engine.networks().create(new NetworkSpec(name(suffix), labels(), plain));
        return name(suffix);
    }

    static String text(CloseableIterator<Frame> frames, Frame.@Nullable Channel channel) {
        StringBuilder text = new StringBuilder();
        while (frames.hasNext()) {
            Frame frame = frames.next();
            if (channel == null || frame.channel() == channel) {
                text.append(new String(frame.bytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
