package dev.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * Which of the kernel's namespaces a container shares, each null where nothing is said.
 *
 * @param ipc
 *            {@code shareable}, {@code service:…}, {@code container:…}, {@code host}…
 * @param pid
 *            {@code host}, {@code service:…}, {@code container:…}
 * @param cgroup
 *            {@code host} or {@code private}
 * @param cgroupParent
 *            the control group to be put under
 */
public record Namespaces(@Nullable String ipc, @Nullable String pid, @Nullable String uts, @Nullable String userns,
        @Nullable String cgroup, @Nullable String cgroupParent) {
    static Namespaces decode(Attributes a) {
        return new Namespaces(a.string("ipc"), a.string("pid"), a.string("uts"), a.string("userns_mode"),
                a.string("cgroup"), a.string("cgroup_parent"));
    }

    /** The same with references to services resolved. */
    public Namespaces with(@Nullable String otherIpc, @Nullable String otherPid) {
        return new Namespaces(otherIpc, otherPid, uts, userns, cgroup, cgroupParent);
    }
}
