package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.explain.Explanation;
import dev.jcompose.format.Json;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.registry.Credentials;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.yaml.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config}. */
public final class ConfigCommand extends Command {
    private final Flag environment = syntax.flag("--environment", "Print the variables that the files are read with");
    private final Text explain = syntax.text("--explain", "PATH",
            "Print where the value of an attribute comes from, such as services.web.ports[0]");
    private final Text format = syntax.text("--format", "string", "yaml or json (default yaml)").among("yaml", "json");
    private final Text hash = syntax.text("--hash", "SERVICES",
            "Print configuration hashes of services, joined by commas; * for all");
    private final Flag images = syntax.flag("--images", "Print images' names");
    private final Flag lockDigests = syntax.flag("--lock-image-digests", "Print a file that pins images to digests");
    private final Flag models = syntax.flag("--models", "Print models' names");
    private final Flag networks = syntax.flag("--networks", "Print networks' names");
    private final Flag noConsistency = syntax.flag("--no-consistency", "Do not check that references lead somewhere");
    private final Flag noEnvResolution = syntax.flag("--no-env-resolution", "Do not read services' env files");
    private final Flag noInterpolate = syntax.flag("--no-interpolate", "Leave variables as they are");
    private final Flag noNormalize = syntax.flag("--no-normalize", "Add nothing that goes without saying");
    private final Flag noPathResolution = syntax.flag("--no-path-resolution", "Leave paths as they are");
    private final Text output = syntax.text("-o, --output", "FILE", "Write to a file");
    private final Flag profiles = syntax.flag("--profiles", "Print profiles' names");
    private final Flag quiet = syntax.flag("-q, --quiet", "Only check; print nothing but what is wrong");
    private final Flag resolveDigests = syntax.flag("--resolve-image-digests", "Pin images to digests");
    private final Flag serviceNames = syntax.flag("--services", "Print services' names");
    private final Flag strict = syntax.flag("--strict", "Take warnings for errors (exit code 1)");
    private final Flag variables = syntax.flag("--variables", "Print the variables that the files use");
    private final Flag volumes = syntax.flag("--volumes", "Print volumes' names");
    private final Texts services = syntax.arguments("SERVICE");

    /** Under its name, or the older one. */
    public ConfigCommand(String name) {
        super(name, "Check the Compose files and print them as they are understood");
        syntax.example("jcompose config -q");
    }

    @Override
    public boolean isStrict() {
        return strict.on();
    }

    @Override
    public int run(Session session) throws InterruptedException {
        String text = list(session);
        if (text == null && quiet.on() && format.or("").equals("json")) {
            return reportProblems(session);
        }
        if (text == null) {
            text = document(session, session.loaded(services.values(), stages(session)));
            if (quiet.on()) {
                return ExitCode.OK;
            }
        }
        if (output.given()) {
            write(session.directory().resolve(output.required()), text);
        } else {
            session.out().print(text);
        }
        return ExitCode.OK;
    }

    /** What is asked for instead of the project as a whole; null if that is. */
    private @Nullable String list(Session session) {
        if (explain.given()) {
            return explanation(session);
        }
        LoadOptions unread = stages(session).resolveEnvironment(false);
        if (serviceNames.on()) {
            return ConfigLists.names(session.loaded(List.of(), unread).tree(), "services");
        }
        if (volumes.on()) {
            return ConfigLists.names(session.loaded(List.of(), unread).tree(), "volumes");
        }
        if (networks.on()) {
            return ConfigLists.names(session.loaded(List.of(), unread).tree(), "networks");
        }
        if (models.on()) {
            return ConfigLists.models(session.loaded(List.of(), unread));
        }
        if (!hash.or("").isEmpty()) {
            return ConfigLists.hashes(session.loaded(List.of(), unread), hash.required());
        }
        if (profiles.on()) {
            return ConfigLists.profiles(session.loaded(services.values(), unread));
        }
        if (images.on()) {
            return ConfigLists.images(session.loaded(services.values(), unread));
        }
        if (variables.on()) {
            return ConfigVariables.in(session.loaded(List.of(), unread.interpolate(false)))
                    .text(format.or("table"));
        }
        if (environment.on()) {
            return ConfigLists.environment(session.loaded(services.values(), stages(session)));
        }
        return null;
    }

    private String document(Session session, LoadedProject loaded) {
        if (noInterpolate.on()) {
            return ConfigWriter.writeUninterpolated(loaded.tree(), format());
        }
        Mapping tree = loaded.tree();
        if (lockDigests.on()) {
            return ConfigWriter.write(ImageDigests.only(session.engine(), credentials(session), tree, format()),
                    format());
        }
        return ConfigWriter.write(
                resolveDigests.on() ? ImageDigests.pinned(session.engine(), credentials(session), tree) : tree,
                format());
    }

    /** Of everything that the files define, whether it takes part or not. */
    private String explanation(Session session) {
        LoadedProject loaded = session.loaded(List.of(), stages(session).allResources(true).trace(true));
        Mapping tree = loaded.tree();
        Map<String, Mapping.Entry> services = new LinkedHashMap<>(loaded.disabled().entries());
        if (tree.get("services") instanceof Mapping active) {
            services.putAll(active.entries());
            tree = tree.with("services", active.withEntries(services));
        }
        Explanation explanation = Explanation.of(tree, explain.required());
        return switch (format()) {
            case YAML -> ConfigExplanation.text(explanation);
            case JSON -> ConfigExplanation.json(explanation);
        };
    }

    private static Credentials credentials(Session session) {
        return Credentials.of(session.environment());
    }

    /** With --compatibility docker compose prints the files as they are, without what is implied. */
    private LoadOptions stages(Session session) {
        boolean normalize = !noNormalize.on() && !session.options().compatibility.on();
        return LoadOptions.DEFAULTS.interpolate(!noInterpolate.on()).normalize(normalize)
                .resolvePaths(!noPathResolution.on()).checkConsistency(!noConsistency.on())
                .resolveEnvironment(!noEnvResolution.on()).keepLabelFiles(false);
    }

    private Format format() {
        return format(format);
    }

    /** The language that an option names; YAML where it is not given. */
    static Format format(Text option) {
        return switch (option.or("yaml")) {
            case "yaml" -> Format.YAML;
            case "json" -> Format.JSON;
            default -> throw new UsageException("unsupported format \"" + option.or("") + "\": use yaml or json");
        };
    }

    /** For editors: everything that is wrong, or questionable, as JSON. */
    private int reportProblems(Session session) {
        List<Problem> problems = new ArrayList<>();
        int code = ExitCode.OK;
        try {
            problems.addAll(session.loadedSilently(services.values(), stages(session)).warnings());
        } catch (InvalidProjectException e) {
            problems.addAll(e.problems());
            problems.addAll(e.warnings());
            problems.sort(Comparator.comparing(Problem::position));
            code = ExitCode.FAILED;
            e.problems().forEach(problem -> session.err().println(problem));
        }
        session.out().println(Json.of(problems.stream().map(ConfigCommand::json).toList()));
        return code;
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", problem.position().file());
        json.put("line", problem.position().line());
        json.put("column", problem.position().column());
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("path", problem.path().toString());
        json.put("message", problem.message());
        json.put("hint", problem.hint());
        return json;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("--output " + file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
