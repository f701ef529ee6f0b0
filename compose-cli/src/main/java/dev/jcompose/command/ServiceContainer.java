package dev.jcompose.command;

import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.UsageException;
import java.util.List;

/** The container that a service and an index stand for, running or not. */
final class ServiceContainer {
    private ServiceContainer() {
    }

    /** The one of that number; with 0 the first. */
    static ObservedContainer find(Session session, String service, int index) {
        List<ObservedContainer> all = of(session, service);
        return all.stream().filter(container -> index == 0 || container.number() == index).findFirst()
                .orElseThrow(() -> new UsageException(
                        "service \"" + service + "\" has no container" + (index == 0 ? "" : " #" + index)));
    }

    /** All of them, by number. */
    static List<ObservedContainer> of(Session session, String service) {
        return Observer.containers(session.engine(), session.projectName()).stream()
                .filter(container -> container.service().equals(service) && !container.oneOff())
                .sorted(ObservedContainer.BY_NUMBER).toList();
    }
}
