package dev.jcompose.build;

import dev.jcompose.archive.TarStream;
import dev.jcompose.engine.BuildSpec;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageProgress;
import dev.jcompose.engine.Labels;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.model.Build;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.registry.ClientConfiguration;
import dev.jcompose.registry.Credentials;
import dev.jcompose.remote.GitContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Has the engine build one target after another. The context is read and sent as the engine takes it. */
final class ClassicBuilder implements ImageBuilder {
    private final Engine engine;
    private final Map<String, String> environment;
    private final Credentials credentials;

    ClassicBuilder(Engine engine, Map<String, String> environment, Credentials credentials) {
        this.engine = engine;
        this.environment = Map.copyOf(environment);
        this.credentials = credentials;
    }

    @Override
    public void build(Project project, List<BuildTarget> targets, BuildOptions options, Sink sink) {
        ClassicLimits.check(project, targets, options);
        for (BuildTarget target : targets) {
            build(project, target, options, sink);
        }
        if (options.push()) {
            targets.stream().filter(target -> target.service().image() != null).forEach(target -> push(target, sink));
        }
    }

    private void build(Project project, BuildTarget target, BuildOptions options, Sink sink) {
        ClassicOutput output = new ClassicOutput(target.service().name(), sink, options.quiet());
        Build build = target.build();
        try {
            if (Location.isRemote(build.context()) && !GitContext.isMeant(build.context())) {
                String dockerfile = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
                BuildSpec spec = spec(project, target, options, dockerfile, build.context());
                follow(spec, InputStream.nullInputStream(), output);
            } else {
                ClassicContext context = context(project, target);
                try (TarStream stream = context.open()) {
                    follow(spec(project, target, options, context.dockerfile(), null), stream, output);
                }
            }
        } catch (IOException e) {
            throw new BuildFailedException(target.service().name(), "context", e.toString(), List.of());
        } catch (RemoteFileException e) {
            throw new BuildFailedException(target.service().name(), "context", String.valueOf(e.getMessage()),
                    e.hint().isEmpty() ? List.of() : List.of(e.hint()));
        } catch (EngineException.Interrupted | EngineException.Unreachable e) {
            throw e;
        } catch (EngineException e) {
            throw output.failure(e.reason());
        }
        target.build().tags().forEach(tag -> engine.images().tag(target.image(), tag));
    }

    private ClassicContext context(Project project, BuildTarget target) throws IOException {
        String context = target.build().context();
        return GitContext.isMeant(context)
                ? ClassicContext.ofCheckout(project, target, GitContext.fetch(environment, context))
                : ClassicContext.of(project, target);
    }

    private void follow(BuildSpec spec, InputStream context, ClassicOutput output) {
        try (CloseableIterator<ImageProgress> progress = engine.images().build(spec, context)) {
            while (progress.hasNext()) {
                output.accept(progress.next());
            }
        }
        output.end();
    }

    private BuildSpec spec(Project project, BuildTarget target, BuildOptions options, String dockerfile,
            @Nullable String remote) {
        Build build = target.build();
        Map<String, String> labels = new TreeMap<>(target.labels(project.name()));
        labels.put(Labels.IMAGE_BUILDER, "classic");
        Map<String, @Nullable String> args = new LinkedHashMap<>(
                ClientConfiguration.read(environment).proxyVariables(engine.address()));
        args.putAll(BuildArguments.of(project, target, options));
        List<String> platforms = build.platforms();
        String platform = target.service().platform();
        return new BuildSpec(List.of(target.image()), dockerfile, args, labels, build.target(),
                platform == null && platforms.size() == 1 ? platforms.getFirst() : platform, build.network(),
                build.extraHosts().stream().map(host -> host.replaceFirst("=", ":")).toList(), build.cache().from(),
                build.ulimits(), build.shmSize(), build.isolation(), options.memory(),
                build.pull() || options.pull(), build.cache().none() || options.noCache(), remote,
                credentials.all());
    }

    private void push(BuildTarget target, Sink sink) {
        try (CloseableIterator<ImageProgress> progress = engine.images().push(target.image(), null,
                credentials.forImage(target.image()).orElse(null))) {
            while (progress.hasNext()) {
                ImageProgress message = progress.next();
                sink.progress(target.service().name(), message.id(), message.status());
            }
        }
    }

}
