package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Volume;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.engine.VolumeDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Volumes: made where they are missing; never removed without leave, because data would be lost. */
final class VolumeSteps {
    private VolumeSteps() {
    }

    static void add(UpDraft draft) {
        new TreeMap<>(draft.project.volumes()).values().forEach(volume -> {
            VolumeDetails found = draft.seen.volume(volume.name()).orElse(null);
            if (volume.external()) {
                if (found == null) {
                    throw new MissingResourceException("external volume \"" + volume.name()
                            + "\" not found; create it with: docker volume create " + volume.name());
                }
                return;
            }
            Action.CreateVolume wanted = NewResource.volume(draft.project, volume);
            if (found == null) {
                draft.volumeReady(volume.key(), draft.plan.add(wanted, "not found"));
            } else {
                compare(draft, volume, found, wanted);
            }
        });
    }

    private static void compare(UpDraft draft, Volume volume, VolumeDetails found, Action.CreateVolume wanted) {
        String owner = found.label(Labels.PROJECT);
        if (owner.isEmpty()) {
            draft.plan.notice("volume \"" + volume.name() + "\" already exists but was not created by Docker Compose. "
                    + "Use `external: true` to use an existing volume");
        } else if (!owner.equals(draft.project.name())) {
            draft.plan.notice("volume \"" + volume.name() + "\" already exists but was created for project \"" + owner
                    + "\" (expected \"" + draft.project.name()
                    + "\"). Use `external: true` to use an existing volume");
        } else if (!found.label(Labels.CONFIG_HASH).isEmpty()
                && !found.label(Labels.CONFIG_HASH).equals(wanted.spec().labels().get(Labels.CONFIG_HASH))) {
            diverged(draft, volume, wanted, ResourceChange.of(draft.project, volume, found));
        }
    }

    private static void diverged(UpDraft draft, Volume volume, Action.CreateVolume wanted, String change) {
        Set<String> allowed = draft.options.allowDataLoss();
        if (!allowed.contains(volume.name()) && !allowed.contains(volume.key())) {
            draft.plan.ask(new Question(volume.name(), "Volume \"" + volume.name()
                    + "\" exists but doesn't match configuration in compose file. Recreate (data will be lost)?",
                    change));
            return;
        }
        String cause = "volume " + volume.name() + " is recreated: " + change;
        List<Step> free = new ArrayList<>();
        for (ObservedContainer container : draft.seen.containers()) {
            if (container.mountsVolume(volume.name())) {
                free.add(draft.removeNow(container, cause, List.of()));
                draft.gone(container.id());
            }
        }
        Step remove = draft.plan.add(new Action.RemoveVolume(volume.name()), change, free);
        draft.volumeReady(volume.key(), draft.plan.add(wanted, "replaces #" + remove.id(), remove));
    }
}
