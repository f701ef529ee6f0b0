package dev.jcompose.progress;

import dev.jcompose.model.Dependency.Condition;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ResourceNames;
import dev.jcompose.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts steps in the words that docker compose uses. A container that is replaced is made under another name, its
 * predecessor stopped and removed, and then renamed: people are told of one thing, that it is recreated.
 */
final class Wording {
    private static final int TEMPORARY = 13;

    private final Set<String> replaced = ConcurrentHashMap.newKeySet();

    /**
     * What is said of one thing.
     *
     * @param subject
     *            {@code Container shop-web-1}
     * @param doing
     *            {@code Starting}; empty if nothing is to be said at the beginning
     * @param done
     *            {@code Started}; empty if nothing is to be said at the end
     */
    record Phrase(String subject, String doing, String done) {}

    /** One phrase for each thing that the step is about; none for steps that are a part of something else. */
    List<Phrase> of(Step step) {
        Action action = step.action();
        return switch (action) {
            case Action.CreateNetwork create -> one("Network " + create.name(), "Creating", "Created");
            case Action.RemoveNetwork remove -> one("Network " + remove.name(), "Removing", "Removed");
            case Action.DisconnectNetwork disconnect -> List.of();
            case Action.ConnectNetwork connect -> List.of();
            case Action.CreateVolume create -> one("Volume " + create.name(), "Creating", "Created");
            case Action.RemoveVolume remove -> one("Volume " + remove.name(), "Removing", "Removed");
            case Action.RemoveImage remove -> one("Image " + remove.name(), "Removing", "Removed");
            case Action.PullImage pull ->
                pull.services().stream().map(service -> new Phrase(service, "Pulling", "Pulled")).toList();
            case Action.PushImage push -> one(push.name(), "Pushing", "Pushed");
            case Action.BuildImages build ->
                build.targets().stream().map(target -> new Phrase(target.image(), "Building", "Built")).toList();
            case Action.CreateContainer create -> created(create.name());
            case Action.StartContainer start -> container(start, "Starting", "Started");
            case Action.RunPreStart run ->
                one("Service " + run.name() + " pre_start[" + run.index() + "]", "Running", "Exited");
            case Action.RunHooks hooks -> List.of();
            case Action.StopContainer stop -> unlessReplaced(stop, "Stopping", "Stopped");
            case Action.KillContainer kill -> container(kill, "Killing", "Killed");
            case Action.RemoveContainer remove -> unlessReplaced(remove, "Removing", "Removed");
            case Action.RenameContainer rename -> renamed(rename);
            case Action.RestartContainer restart -> container(restart, "Restarting", "Started");
            case Action.PauseContainer pause -> container(pause, "", "Paused");
            case Action.UnpauseContainer unpause -> container(unpause, "", "Unpaused");
            case Action.RunProvider run when run.command().equals("down") -> one(run.name(), "Removing", "Removed");
            case Action.RunProvider run when run.command().equals("stop") -> one(run.name(), "Stopping", "Stopped");
            case Action.RunProvider run -> one(run.name(), "Creating", "Created");
            case Action.PrepareModel prepare -> one(prepare.name(), "Configuring", "Configured");
            case Action.AwaitService await -> await.containers().stream().map(ref -> new Phrase(
                    "Container " + ref.name(), "Waiting",
                    await.condition() == Condition.SERVICE_COMPLETED_SUCCESSFULLY ? "Exited" : "Healthy")).toList();
        };
    }

    private List<Phrase> created(String name) {
        Optional<String> old = replacedBy(name);
        old.ifPresent(replaced::add);
        return old.map(of -> one("Container " + of, "Recreate", "")).orElseGet(
                () -> one("Container " + name, "Creating", "Created"));
    }

    private List<Phrase> renamed(Action.RenameContainer rename) {
        replaced.remove(rename.to());
        return replacedBy(rename.name()).isPresent()
                ? one("Container " + rename.to(), "", "Recreated")
                : List.of();
    }

    private List<Phrase> unlessReplaced(Action.OnContainer action, String doing, String done) {
        return replaced.contains(action.name()) ? List.of() : container(action, doing, done);
    }

    /** The name of the container whose place is taken by one of this name. */
    private static Optional<String> replacedBy(String name) {
        if (name.length() <= TEMPORARY || !ResourceNames.isWhileReplacing(name, name.substring(TEMPORARY))) {
            return Optional.empty();
        }
        return Optional.of(name.substring(TEMPORARY));
    }

    private static List<Phrase> container(Action.OnContainer action, String doing, String done) {
        return one("Container " + action.name(), doing, done);
    }

    private static List<Phrase> one(String subject, String doing, String done) {
        return List.of(new Phrase(subject, doing, done));
    }
}
