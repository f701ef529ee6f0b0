package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.UnknownServiceException;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.plan.UpOptions.Recreate;
import dev.jcompose.terminal.Terminal.Stream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code up}. */
public final class UpCommand extends ConvergeCommand {
    private final Flag abortOnExit = syntax.flag("--abort-on-container-exit",
            "Stop everything when any container ends");
    private final Flag abortOnFailure = syntax.flag("--abort-on-container-failure",
            "Stop everything when any container fails");
    private final Texts allowDataLoss = syntax.texts("--allow-data-loss", "VOLUME",
            "Remove this volume and make it anew if its definition changed");
    private final Flag alwaysRecreateDeps = syntax.flag("--always-recreate-deps",
            "Recreate what services depend on, too");
    private final Texts attach = syntax.texts("--attach", "SERVICE", "Show the output of these services only");
    private final Flag attachDependencies = syntax.flag("--attach-dependencies",
            "Show the output of what the services depend on, too");
    private final Flag build = syntax.flag("--build", "Build images first");
    private final Flag detach = syntax.flag("-d, --detach", "Leave the containers running in the background");
    private final Text exitCodeFrom = syntax.text("--exit-code-from", "SERVICE",
            "Exit with this service's code; implies --abort-on-container-exit");
    private final Flag forceRecreate = syntax.flag("--force-recreate", "Recreate containers that need no change");
    private final Texts noAttach = syntax.texts("--no-attach", "SERVICE", "Do not show the output of these services");
    private final Flag noBuild = syntax.flag("--no-build", "Build nothing, even if an image is missing");
    private final Flag noColor = syntax.flag("--no-color", "Print without colours");
    private final Flag noDeps = syntax.flag("--no-deps", "Leave alone what the services depend on");
    private final Flag noPrefix = syntax.flag("--no-log-prefix", "Print lines without their container's name");
    private final Flag noRecreate = syntax.flag("--no-recreate", "Keep containers that exist as they are");
    private final Flag noStart = syntax.flag("--no-start", "Create containers and do not start them");
    private final Text pull = syntax.text("--pull", "string",
            "Pull images first: always, missing or never", "policy").among("always", "missing", "never");
    private final Flag menu = syntax.flag("--menu", "Offer keys while running in front (default true on terminals)");
    private final Flag quietBuild = syntax.flag("--quiet-build", "Build without showing the steps");
    private final Flag quietPull = syntax.flag("--quiet-pull", "Pull without showing how far it is");
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Remove containers of services that are in no Compose file");
    private final Flag renewVolumes = syntax.flag("-V, --renew-anon-volumes",
            "Give recreated containers new anonymous volumes");
    private final Flag rollback = syntax.flag("--rollback-on-failure",
            "Return to what was running before if anything fails; implies --detach");
    private final Texts scale = syntax.texts("--scale", "SERVICE=NUM", "Number of containers of a service");
    private final Whole timeout = syntax.whole("-t, --timeout", "SECONDS", "How long to wait before killing", 0);
    private final Flag timestamps = syntax.flag("--timestamps", "Print times");
    private final Flag await = syntax.flag("--wait", "Wait until services are running or healthy; implies --detach");
    private final Whole waitTimeout = syntax.whole("--wait-timeout", "SECONDS", "How long to wait at most", 0);
    private final Flag watch = syntax.flag("-w, --watch", "Watch the files and update the containers");
    private final Flag yes = syntax.flag("-y, --yes", "Answer every question with yes");
    private final Texts services = syntax.arguments("SERVICE");

    public UpCommand() {
        super("up", "Create and start containers");
        syntax.example("jcompose up -d --build web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        check();
        Project project = session.projectToChange(services.values());
        ImageOptions images = new ImageOptions(services.values(), !noDeps.on(), pullPolicy(pull), build.on(),
                noBuild.on(), quietBuild.on() ? BuildOptions.DEFAULTS.quietly() : BuildOptions.DEFAULTS);
        checkExitCodeFrom(project);
        boolean background = detach.on() || rollback.on() || await.on() || noStart.on();
        if (session.isDryRun()) {
            return preview(session, project, images, options(session, !noStart.on()));
        }
        if (background) {
            Duration limit = waitTimeout.given() ? Duration.ofSeconds(waitTimeout.value()) : null;
            converge(session, project, images, options(session, !noStart.on()), yes.on(), limit, quietPull.on());
            return ExitCode.OK;
        }
        checkAttached(project);
        UpOptions options = options(session, false);
        converge(session, project, images, options, yes.on(), null, quietPull.on());
        return new AttachedUp(session, project, options, attachment(session)).run();
    }

    /** On terminals, unless the user does not want it. */
    private boolean hasMenu(Session session) {
        if (!Conversing.isPerson(session.terminal()) || !session.ansi().moves(Stream.OUT)) {
            return false;
        }
        return menu.given()
                ? menu.on()
                : !session.environment().containsKey("COMPOSE_MENU") || session.isSet("COMPOSE_MENU");
    }

    private UpOptions options(Session session, boolean start) {
        Recreate recreate = noRecreate.on()
                ? Recreate.NEVER
                : forceRecreate.on() || renewVolumes.on() ? Recreate.FORCE : Recreate.DIVERGED;
        Recreate dependencies = noRecreate.on()
                ? Recreate.NEVER
                : alwaysRecreateDeps.on() ? Recreate.FORCE : Recreate.DIVERGED;
        boolean orphansIgnored = session.isSet("COMPOSE_IGNORE_ORPHANS");
        boolean orphansRemoved = removeOrphans.on() || session.isSet("COMPOSE_REMOVE_ORPHANS");
        exclude(orphansIgnored, removeOrphans.on(), "COMPOSE_IGNORE_ORPHANS and --remove-orphans");
        Map<String, Integer> scales = scales(scale.values(), "--scale option");
        @Nullable
        Duration patience = PlanCommand.seconds(timeout);
        return new UpOptions(services.values(), recreate, dependencies, !noDeps.on(), start, scales, orphansRemoved,
                orphansIgnored, renewVolumes.on(), patience, await.on(), Set.copyOf(allowDataLoss.values()),
                rollback.on());
    }

    private AttachedUp.Attachment attachment(Session session) {
        return new AttachedUp.Attachment(services.values(), attach.values(), noAttach.values(),
                attachDependencies.on(), !noPrefix.on(), timestamps.on(), noColor.on(),
                abortOnExit.on() || (exitCodeFrom.given() && !abortOnFailure.on()), abortOnFailure.on(),
                exitCodeFrom.value(), watch.on(),
                hasMenu(session), quietBuild.on());
    }

    /** What does not run has no exit code. */
    private void checkExitCodeFrom(Project project) {
        if (exitCodeFrom.given() && !taking(project).contains(exitCodeFrom.required())) {
            throw new UnknownServiceException(exitCodeFrom.required(), taking(project));
        }
    }

    /** Services that do not run cannot be listened to. */
    private void checkAttached(Project project) {
        if (!attach.given()) {
            return;
        }
        Set<String> taking = taking(project);
        List<String> others = attach.values().stream().filter(name -> !taking.contains(name)).toList();
        if (!others.isEmpty()) {
            throw new UsageException("cannot attach to services not included in up: " + String.join(", ", others));
        }
    }

    private Set<String> taking(Project project) {
        return taking(project, services.values(), !noDeps.on());
    }

    private void check() {
        boolean stays = abortOnExit.on() || abortOnFailure.on() || exitCodeFrom.given() || attach.given()
                || attachDependencies.on()
                || watch.on();
        if (stays && (detach.on() || await.on() || rollback.on())) {
            throw new UsageException((detach.on() ? "--detach" : await.on() ? "--wait" : "--rollback-on-failure")
                    + " cannot be combined with --abort-on-container-exit, --abort-on-container-failure, --attach,"
                    + " --attach-dependencies or --watch");
        }
        exclude(attach.given(), attachDependencies.on(), "--attach and --attach-dependencies");
        exclude(noBuild.on(), watch.on(), "--no-build and --watch");
        exclude(build.on(), noBuild.on(), "--build and --no-build");
        exclude(forceRecreate.on(), noRecreate.on(), "--force-recreate and --no-recreate");
        exclude(noRecreate.on(), renewVolumes.on(), "--no-recreate and --renew-anon-volumes");
        exclude(alwaysRecreateDeps.on(), noRecreate.on(), "--always-recreate-deps and --no-recreate");
        exclude(abortOnExit.on(), abortOnFailure.on(), "--abort-on-container-exit and --abort-on-container-failure");
    }
}
