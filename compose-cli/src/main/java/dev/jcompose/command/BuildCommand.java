package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.build.BakeDefinition;
import dev.jcompose.format.ByteAmounts;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.ImagePlan;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import java.util.List;

/** {@code build}. */
public final class BuildCommand extends Command {
    private final Texts arguments = syntax.texts("--build-arg", "KEY=VALUE", "Set a build argument");
    private final Text builder = syntax.text("--builder", "NAME", "Which of buildx's builders to use");
    private final Text memory = syntax.text("-m, --memory", "BYTES",
            "How much memory a step may use (engine's own builder only)");
    private final Flag noCache = syntax.flag("--no-cache", "Reuse nothing of earlier builds");
    private final Flag pull = syntax.flag("--pull", "Look for newer base images");
    private final Flag push = syntax.flag("--push", "Push the images when built");
    private final Text format = PlanReport.format(syntax);
    private final Flag quiet = syntax.flag("-q, --quiet", "Show results only");
    private final Flag check = syntax.flag("--check", "Only check the build configuration");
    private final Flag print = syntax.flag("--print", "Print the build's definition and build nothing");
    private final Text provenance = syntax.text("--provenance", "string",
            "Add a provenance attestation: true, false or its attributes");
    private final Text sbom = syntax.text("--sbom", "string", "Add a bill of materials: true, false or its attributes");
    private final Texts ssh = syntax.texts("--ssh", "string",
            "SSH agents and keys that builds may use: default or ID=PATH");
    private final Flag withDependencies = syntax.flag("--with-dependencies",
            "Build what the services depend on, too");
    private final Texts services = syntax.arguments("SERVICE");

    public BuildCommand() {
        super("build", "Build or rebuild services");
        syntax.example("jcompose build --pull web");
        syntax.example("jcompose build --build-arg VERSION=2 --no-cache");
        syntax.hiddenFlag("--compress", "Does nothing any more");
        syntax.hiddenFlag("--force-rm", "Does nothing any more");
        syntax.hiddenFlag("--no-rm", "Does nothing any more");
        syntax.hiddenFlag("--parallel", "Does nothing any more");
        syntax.hiddenText("--progress", "string", "Use --progress before the command");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Project project = session.project(services.values());
        // What a check finds is its result.
        boolean silent = quiet.on() && !check.on();
        BuildOptions building = new BuildOptions(pull.on(), noCache.on(), push.on(), check.on(), true,
                RunVariables.arguments(session, arguments.values()), ssh.values(), builder.value(),
                memory.given() ? ByteAmounts.parse(memory.required()) : null, silent, provenance.value(),
                sbom.value());
        ImageOptions options = new ImageOptions(services.values(), withDependencies.on(), null, true, false, building);
        if (print.on()) {
            ImagePlan.builds(project, Observation.NOTHING, options).steps().forEach(step -> print(session, step));
        } else {
            Plan plan = ImagePlan.builds(project, Observer.observe(session.engine(), project), options);
            if (session.isDryRun()) {
                return PlanReport.printDryRun(session, project.name(), List.of(plan), format);
            }
            PlanCommand.carryOut(session, plan, silent, null);
        }
        return ExitCode.OK;
    }

    private static void print(Session session, Step step) {
        if (step.action() instanceof Action.BuildImages build) {
            session.out().println(BakeDefinition.of(build.project(), build.targets(), build.options()).text());
        }
    }
}
