package dev.jcompose.command;

import dev.jcompose.execute.UpRun;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.ServiceSelection;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.QuietPull;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A command that makes what is there into what the file says: {@code up}, {@code create}, {@code scale}. */
abstract class ConvergeCommand extends Command {
    private static final Pattern SCALE = Pattern.compile("([^=]+)=\\+?(\\d{1,9})");

    private final OtherFolders otherFolders = new OtherFolders(syntax);
    private final Text format = PlanReport.format(syntax);

    ConvergeCommand(String name, String summary) {
        super(name, summary);
    }

    /** Prints what would be done; gives the exit code. */
    final int preview(Session session, Project project, ImageOptions images, UpOptions options) {
        return PlanReport.printDryRun(session, project.name(),
                UpRun.preview(session.engine(), project, images, options), format);
    }

    /** Images, then containers; what runs already is shown, too. */
    final Plan converge(Session session, Project project, ImageOptions images, UpOptions options, boolean yes,
            @Nullable Duration awaitTimeout) {
        return converge(session, project, images, options, yes, awaitTimeout, false);
    }

    /** The same; {@code quietPull} hides how far the fetching of images is. */
    final Plan converge(Session session, Project project, ImageOptions images, UpOptions options, boolean yes,
            @Nullable Duration awaitTimeout, boolean quietPull) {
        EarlyLook early = session.early(project.name());
        return Exclusion.during(session, project.name(), early == null ? null : early.glimpse(), untouched -> {
            Observation before = early != null && untouched
                    ? Observer.observe(session.engine(), project, early.lists())
                    : Observer.observe(session.engine(), project);
            return convergeAlone(session, project, before, images, options, yes, awaitTimeout, quietPull);
        });
    }

    private Plan convergeAlone(Session session, Project project, Observation before, ImageOptions images,
            UpOptions options, boolean yes, @Nullable Duration awaitTimeout, boolean quietPull) {
        try (Display display = quietPull ? new QuietPull(session.display()) : session.display()) {
            UpRun run = new UpRun(session.engine(), session.executor(display, awaitTimeout),
                    question -> yes
                            || (Conversing.isPerson(session.terminal()) && Confirmation.ask(session, question.text())),
                    folders -> otherFolders.found(session, project.name(), folders));
            UpRun.Outcome outcome = run.run(project, before, images, options);
            showUntouched(project, options, outcome, display);
            return outcome.plan();
        }
    }

    /** The containers that the plan says nothing of are as they should be: docker compose names them, too. */
    private static void showUntouched(Project project, UpOptions options, UpRun.Outcome outcome,
            Display display) {
        Set<String> touched = outcome.plan().steps().stream().map(step -> step.action().name())
                .collect(Collectors.toSet());
        Set<String> taking = taking(project, options.services(), options.withDependencies());
        for (ObservedContainer container : outcome.seen().containers()) {
            if (!container.oneOff() && taking.contains(container.service()) && container.isRunning()
                    && !touched.contains(container.name())) {
                display.found("Container " + container.name(), "Running");
            }
        }
    }

    /** The services that take part, in the order of their dependencies. */
    static Set<String> taking(Project project, List<String> services, boolean withDependencies) {
        return new LinkedHashSet<>(ServiceSelection.of(project, services, withDependencies
                ? ServiceSelection.Direction.WITH_DEPENDENCIES
                : ServiceSelection.Direction.ALONE).taking());
    }

    /** {@code web=3} pieces as a map. */
    static Map<String, Integer> scales(List<String> words, String about) {
        Map<String, Integer> scales = new LinkedHashMap<>();
        for (String word : words) {
            Matcher parts = SCALE.matcher(word);
            if (!parts.matches()) {
                throw new UsageException("invalid " + about + " \"" + word
                        + "\": should be SERVICE=NUM, such as web=3");
            }
            scales.put(parts.group(1), Integer.parseInt(parts.group(2)));
        }
        return scales;
    }

    /** The policy of {@code --pull}; null where it says to go by each service's own. */
    static @Nullable String pullPolicy(Text option) {
        if (!option.given()) {
            return null;
        }
        String value = option.required();
        return switch (value) {
            case "always", "missing", "never", "build", "if_not_present" -> value;
            default -> throw new UsageException(
                    "invalid --pull option \"" + value + "\": use always, missing, never or build");
        };
    }

    /** Two flags that contradict each other. */
    static void exclude(boolean first, boolean second, String both) {
        if (first && second) {
            throw new UsageException(both + " are incompatible");
        }
    }
}
