package dev.jcompose.load;

import java.util.List;
import java.util.stream.Stream;

/** All hostile inputs. */
final class HostileInputs {
    private HostileInputs() {
    }

    static List<HostileInput> all() {
        return Stream.of(HostileDevices.all(), HostileGrowth.lengths(), HostileGrowth.graphs(), HostileGrowth.merges(),
                HostileGrowth.mistakes(), HostileTexts.large(), HostileTexts.deep(), HostileTexts.anchors(),
                HostileTexts.bytes(), HostileFiles.chains(), HostileValues.numbers(), HostileValues.variables(),
                HostileValues.references())
                .flatMap(List::stream)
                .toList();
    }
}
