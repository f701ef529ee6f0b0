package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.schema.SchemaValidator;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Loads a project: from files to the canonical tree. Has no state; safe for use by several threads. */
public final class ComposeLoader {
    private ComposeLoader() {
    }

    /**
     * Loads what a request asks for.
     *
     * @throws InvalidProjectException
     *             with everything that is wrong, as far as it can be told before it is mended
     */
    public static LoadedProject load(LoadRequest request) {
        return load(request, name -> {});
    }

    /**
     * The same.
     *
     * @param named
     *            told the project's name as soon as it is known, while there is much left to do and to be found
     *            wrong; at most once, by the thread that loads
     */
    public static LoadedProject load(LoadRequest request, Consumer<String> named) {
        Thread.ofPlatform().daemon().name("compose-schema").start(() -> {
            Rules.prepare();
            SchemaValidator.prepare();
        });
        Problems problems = new Problems();
        Remotes remotes = new Remotes(request.remotes());
        ProjectFiles project = new Discovery(request, remotes, problems).find();
        try {
            return load(request, remotes, project, problems, named);
        } catch (InvalidProjectException e) {
            throw e.with(problems.warnings());
        }
    }

    private static LoadedProject load(LoadRequest request, Remotes remotes, ProjectFiles project,
            Problems problems, Consumer<String> named) {
        LoadContext context = new LoadContext(request, remotes, project, problems);
        boolean sound = problems.errors().isEmpty();
        List<SourceFile> files = read(project, context);
        if (!sound) {
            // Without all variables, what the files mean can only be guessed.
            problems.throwIfAny();
        }
        String name = ProjectName.of(request.name(), project.environment(), files, project.home(), context);
        if (problems.errors().isEmpty()) {
            named.accept(name);
        }
        Environment known = project.environment().with("COMPOSE_PROJECT_NAME", name, "project name");
        Environment environment = request.options().interpolate()
                ? known
                : Environment.EMPTY.with("COMPOSE_PROJECT_NAME", name, "project name");
        Mapping merged = tree(files, name, environment, project, context);
        context.faults().endReading();
        Mapping tree = context.faults().mend(merged);
        Selection selection = request.options().interpolate()
                ? complete(tree, request, project, environment, context)
                : new Selection(tree, Mapping.empty(tree.origin()));
        context.problems().throwIfAny();
        return new LoadedProject(name, project.directory(), project.files(), project.envFiles(), known,
                project.profiles(), selection.tree(), selection.disabled(),
                problems.warnings().stream().sorted((a, b) -> a.position().compareTo(b.position())).toList());
    }

    private static List<SourceFile> read(ProjectFiles project, LoadContext context) {
        List<SourceFile> files = new ArrayList<>();
        for (String file : project.files()) {
            if (file.equals(Discovery.STANDARD_INPUT)) {
                files.add(new SourceFile(project.directory().resolve(file), "<stdin>", context.standardInput()));
            } else {
                Path path = Path.of(file);
                files.add(new SourceFile(path, context.display(path), context.documents(path, null, YamlPath.ROOT)));
            }
        }
        if (!context.problems().errors().isEmpty()) {
            context.faults().missParts();
        }
        return files;
    }

    private static Mapping tree(List<SourceFile> files, String name, Environment environment, ProjectFiles project,
            LoadContext context) {
        Layer layer = new Layer(environment, project.directory(), project.directory().toString(), List.of());
        Mapping tree = new Layers(context, layer).join(files);
        if (tree.entries().isEmpty()) {
            context.problems().throwIfAny();
            throw new InvalidProjectException(Problem.error(new Position(files.getFirst().name(), 1, 1), YamlPath.ROOT,
                    "nothing is defined", "add 'services:' with at least one service"));
        }
        return context.options().normalize() ? Implicit.of(tree, name, environment) : tree;
    }

    /** The stages that need values rather than variables. */
    private static Selection complete(Mapping normal, LoadRequest request, ProjectFiles project,
            Environment environment, LoadContext context) {
        Node written = normal.get("name");
        Faults faults = context.faults();
        Mapping tree = faults.mend(Values.of(normal.with("name",
                Scalar.string(environment.getOrDefault("COMPOSE_PROJECT_NAME", ""),
                        written == null ? Origin.at(Position.DEFAULT) : written.origin())),
                context.problems()));
        Selection selection = Selection.ofProfiles(tree, project.profiles());
        boolean checked = context.options().checkConsistency() && faults.isWhole();
        if (checked) {
            Check.run(selection.tree(), selection.disabled(), context.options().normalize(), context.problems());
            faults.settle();
        }
        if (faults.isWhole()) {
            selection = selection.of(request.services(), project.profiles(), context.problems());
        }
        if (!context.options().allResources()) {
            selection = selection.withoutUnused();
        }
        if (checked) {
            Check.containerNames(selection.tree(), context.problems());
        }
        return new Selection(readFiles(selection.tree(), environment, context), selection.disabled());
    }

    private static Mapping readFiles(Mapping tree, Environment environment, LoadContext context) {
        Mapping resolved = context.options().resolveEnvironment()
                ? EnvFiles.environments(tree, environment, context)
                : tree;
        return EnvFiles.labels(resolved, environment, context);
    }
}
