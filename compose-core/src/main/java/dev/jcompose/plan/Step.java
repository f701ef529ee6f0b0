package dev.jcompose.plan;

import java.util.List;

/**
 * An action, what must come first, and why it is needed.
 *
 * @param id
 *            1-based, unique in its plan
 * @param action
 *            what is done
 * @param dependsOn
 *            ids of the steps that must have ended well; all smaller than {@code id}
 * @param cause
 *            why, in words for a person
 */
public record Step(int id, Action action, List<Integer> dependsOn, String cause) {
    public Step { dependsOn = dependsOn.stream().distinct().sorted().toList(); }
}
