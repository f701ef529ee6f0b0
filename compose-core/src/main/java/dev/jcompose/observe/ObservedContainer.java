package dev.jcompose.observe;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Endpoint;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.MountPoint;
import dev.jcompose.engine.NetworkDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container of a project.
 *
 * @param summary
 *            as the engine lists it
 * @param name
 *            its own name
 * @param service
 *            from its label
 * @param number
 *            its place among the service's containers, from 1; 0 where it has none
 * @param oneOff
 *            whether {@code run} made it
 * @param age
 *            how many of the project's containers are younger
 * @param inspection
 *            what a closer look told; null where there was no reason for one
 */
public record ObservedContainer(ContainerSummary summary, String name, String service, int number, boolean oneOff,
        int age, @Nullable Inspection inspection) {
    /** In the order of names. */
    public static final Comparator<ObservedContainer> BY_NAME = (a, b) -> a.name().compareTo(b.name());
    /** In the order of numbers, and of names where two have the same. */
    public static final Comparator<ObservedContainer> BY_NUMBER = (a, b) -> a.number() == b.number()
            ? BY_NAME.compare(a, b)
            : Integer.compare(a.number(), b.number());

    /** Reads the labels of containers in the order in which engines list them: the youngest first. */
    public static List<ObservedContainer> of(List<ContainerSummary> youngestFirst) {
        List<ObservedContainer> containers = new ArrayList<>(youngestFirst.size());
        for (ContainerSummary summary : youngestFirst) {
            containers.add(of(summary, containers.size()));
        }
        return containers;
    }

    private static ObservedContainer of(ContainerSummary summary, int age) {
        return new ObservedContainer(summary, summary.name(), summary.label(Labels.SERVICE),
                number(summary.label(Labels.CONTAINER_NUMBER)), summary.label(Labels.ONEOFF).equals("True"), age, null);
    }

    private static int number(String label) {
        try {
            return Integer.parseInt(label);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** The same container under another name. */
    public ObservedContainer withName(String other) {
        return new ObservedContainer(summary, other, service, number, oneOff, age, inspection);
    }

    /** The same container, looked at more closely. */
    public ObservedContainer withInspection(Inspection other) {
        return new ObservedContainer(summary, name, service, number, oneOff, age, other);
    }

    /** 64 hexadecimal digits. */
    public String id() {
        return summary.id();
    }

    /** What it is doing. */
    public ContainerStatus status() {
        return summary.status();
    }

    /** Whether its process is there: running, being restarted, or suspended. */
    public boolean isRunning() {
        return status() == ContainerStatus.RUNNING || status() == ContainerStatus.RESTARTING
                || status() == ContainerStatus.PAUSED;
    }

    /** Whether its process is there and not suspended. */
    public boolean isAtWork() {
        return isRunning() && status() != ContainerStatus.PAUSED;
    }

    /** The label's value, or the empty text. */
    public String label(String key) {
        return summary.label(key);
    }

    /** What is mounted. */
    public List<MountPoint> mounts() {
        return summary.mounts();
    }

    /** Whether it is on that network. Podman's endpoints give the network's name for its id. */
    public boolean isOn(NetworkDetails network) {
        return summary.networks().values().stream().map(Endpoint::networkId)
                .anyMatch(id -> id.equals(network.id()) || id.equals(network.name()));
    }

    /** Whether it was never started, and will be on a network of that name then: whichever has the name. */
    public boolean isToBeOn(String networkName) {
        Endpoint endpoint = summary.networks().get(networkName);
        return endpoint != null && endpoint.networkId().isEmpty();
    }

    /** Whether the volume of that name is mounted. */
    public boolean mountsVolume(String volume) {
        return mounts().stream().anyMatch(mount -> mount.name().equals(volume));
    }
}
