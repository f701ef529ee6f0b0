package dev.jcompose.plan;

import dev.jcompose.config.ContainerConfiguration;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Service;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.util.Optional;

/** The configuration of a container as its label records it ({@link dev.jcompose.engine.Labels#CONFIGURATION}). */
final class RecordedConfiguration {
    private RecordedConfiguration() {
    }

    /** A service's configuration as it is to be recorded; values keep their positions. */
    static Mapping of(Service service) {
        return SecretVariables.hidden(service.name(), ContainerConfiguration.of(service.canonical()));
    }

    /** The label's text. */
    static String text(Service service) {
        return ContainerConfiguration.json(of(service));
    }

    /**
     * Whether a container of ours has this configuration, letter for letter: then its hash need not be computed. False
     * also where that takes a closer look, as with values that labels do not show and with ids that only the engine
     * knows.
     */
    static boolean isPlainly(Service service, ObservedContainer container) {
        return container.label(Labels.VERSION).equals(ServiceLabels.VERSION)
                && SharedNamespaces.parentsOf(service).isEmpty() && container.label(Labels.CONFIGURATION)
                        .equals(ContainerConfiguration.json(ContainerConfiguration.of(service.canonical())));
    }

    /** What a label records; nothing where there is no label, or somebody else's. */
    static Optional<Mapping> read(String label) {
        if (label.isEmpty()) {
            return Optional.empty();
        }
        try {
            return YamlReader.read("<label>", label).getFirst() instanceof Mapping mapping
                    ? Optional.of(mapping)
                    : Optional.empty();
        } catch (InvalidProjectException notOurs) {
            return Optional.empty();
        }
    }
}
