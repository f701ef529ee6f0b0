package dev.jcompose.plan;

import dev.jcompose.observe.ObservedContainer;
import java.util.List;
import java.util.stream.Collectors;

/** Containers of the project whose service is in no file any more. */
final class OrphanSteps {
    private OrphanSteps() {
    }

    static void add(UpDraft draft) {
        List<ObservedContainer> orphans = draft.seen.orphans(draft.project);
        if (orphans.isEmpty() || draft.options.ignoreOrphans()) {
            return;
        }
        if (!draft.options.removeOrphans()) {
            draft.plan.notice("Found orphan containers (["
                    + orphans.stream().map(ObservedContainer::name).collect(Collectors.joining(" "))
                    + "]) for this project. If you removed or renamed this service in your compose file, you can run "
                    + "this command with the --remove-orphans flag to clean it up.");
            return;
        }
        for (ObservedContainer orphan : orphans) {
            draft.remove(orphan, "no service " + orphan.service() + " in the project", List.of());
        }
    }
}
