package dev.jcompose.execute;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Networking.Port;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ports that a plan's containers would publish and that somebody else has: told before anything is made. */
final class PortCheck {
    private final Engine engine;
    private final Project project;
    private final Observation seen;

    private PortCheck(Engine engine, Project project, Observation seen) {
        this.engine = engine;
        this.project = project;
        this.seen = seen;
    }

    /**
     * Looks for them. The engine is asked only if some container with a fixed port is to be started.
     *
     * @throws InvalidProjectException
     *             naming each port, where it is written and who has it
     */
    static void run(Engine engine, Project project, Observation seen, Plan plan) {
        PortCheck check = new PortCheck(engine, project, seen);
        Map<String, Service> starting = check.starting(plan);
        starting.values().removeIf(service -> service.networking().ports().stream().noneMatch(PortCheck::isFixed));
        if (!starting.isEmpty()) {
            check.compare(starting, freed(plan));
        }
    }

    /** By name, the services of containers that are made or started. */
    private Map<String, Service> starting(Plan plan) {
        Map<String, Service> starting = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            if (step.action() instanceof Action.CreateContainer create) {
                starting.put(create.name(), create.spec().service());
            } else if (step.action() instanceof Action.StartContainer start && start.container().id() != null) {
                seen.containers().stream().filter(container -> container.id().equals(start.container().id()))
                        .map(ObservedContainer::service).findFirst().flatMap(project::service)
                        .ifPresent(service -> starting.put(start.name(), service));
            }
        }
        return starting;
    }

    /** Containers that the plan stops give their ports back. */
    private static Set<String> freed(Plan plan) {
        Set<String> freed = new HashSet<>();
        for (Step step : plan.steps()) {
            boolean frees = step.action() instanceof Action.StopContainer
                    || step.action() instanceof Action.RemoveContainer;
            if (frees && step.action() instanceof Action.OnContainer on && on.container().id() != null) {
                freed.add(String.valueOf(on.container().id()));
            }
        }
        return freed;
    }

    private void compare(Map<String, Service> starting, Set<String> freed) {
        List<ContainerSummary> running = engine.containers().list(new ContainerFilter(false, Map.of())).stream()
                .filter(container -> !freed.contains(container.id())).toList();
        HostPorts host = HostPorts.read(engine.address(), seen);
        Problems problems = new Problems();
        for (Service service : starting.values()) {
            List<Port> ports = service.networking().ports();
            for (int i = 0; i < ports.size(); i++) {
                Port port = ports.get(i);
                YamlPath path = YamlPath.of("services", service.name(), "ports").index(i);
                Optional<String> holder = isFixed(port)
                        ? holder(port, running, freed, host)
                        : Optional.empty();
                holder.ifPresent(who -> problems.add(Problem.error(project.position(path), path,
                        "port " + text(port) + " is taken by " + who, "stop it, or publish another port")));
            }
        }
        problems.throwIfAny();
    }

    private Optional<String> holder(Port port, List<ContainerSummary> running, Set<String> freed, HostPorts host) {
        int wanted = Integer.parseInt(String.valueOf(port.published()));
        String address = port.hostIp() == null ? "" : port.hostIp();
        for (ContainerSummary container : running) {
            for (PublishedPort published : container.ports()) {
                Integer taken = published.hostPort();
                if (taken != null && taken == wanted && published.protocol().equals(port.protocol())
                        && HostPorts.overlap(address, published.hostIp())) {
                    return Optional.of(describe(container));
                }
            }
        }
        boolean ownProxy = seen.containers().stream().filter(container -> freed.contains(container.id()))
                .flatMap(container -> container.summary().ports().stream())
                .anyMatch(published -> Integer.valueOf(wanted).equals(published.hostPort()));
        return ownProxy ? Optional.empty() : host.holder(address, wanted, port.protocol());
    }

    private static String describe(ContainerSummary container) {
        String project = container.label(Labels.PROJECT);
        return "container " + container.name() + (project.isEmpty() ? "" : " of project " + project);
    }

    /** Ranges leave the engine a choice. */
    private static boolean isFixed(Port port) {
        String published = port.published();
        return published != null && !published.isEmpty() && !published.equals("0")
                && published.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String text(Port port) {
        return (port.hostIp() == null ? "" : port.hostIp() + ":") + port.published() + "/" + port.protocol();
    }
}
