package dev.jcompose.plan;

import java.util.List;

/**
 * A container of a service as it will be when the plan's creating half is done.
 *
 * @param ref
 *            under its final name
 * @param number
 *            its place among the service's containers, from 1
 * @param runs
 *            whether it runs already and is left running
 * @param cause
 *            why it is to be started, where it does not run
 * @param ready
 *            the steps after which it exists under its final name; empty where it does already
 */
record PlannedContainer(ContainerRef ref, int number, boolean runs, String cause, List<Step> ready) {
    PlannedContainer { ready = List.copyOf(ready); }
}
