package dev.jcompose;

import dev.jcompose.command.AttachCommand;
import dev.jcompose.command.BridgeConvertCommand;
import dev.jcompose.command.BridgeCreateCommand;
import dev.jcompose.command.BridgeListCommand;
import dev.jcompose.command.BundleCommand;
import dev.jcompose.command.DryRunCommand;
import dev.jcompose.command.GenerateCommand;
import dev.jcompose.command.GroupCommand;
import dev.jcompose.command.PluginHooksCommand;
import dev.jcompose.command.PluginMetadataCommand;
import dev.jcompose.command.BuildCommand;
import dev.jcompose.command.Command;
import dev.jcompose.command.Commands;
import dev.jcompose.command.CommitCommand;
import dev.jcompose.command.CompleteCommand;
import dev.jcompose.command.CompletionCommand;
import dev.jcompose.command.ConfigCommand;
import dev.jcompose.command.CpCommand;
import dev.jcompose.command.CreateCommand;
import dev.jcompose.command.DownCommand;
import dev.jcompose.command.EventsCommand;
import dev.jcompose.command.ExecCommand;
import dev.jcompose.command.ExportCommand;
import dev.jcompose.command.HelpCommand;
import dev.jcompose.command.ImagesCommand;
import dev.jcompose.command.KillCommand;
import dev.jcompose.command.LogsCommand;
import dev.jcompose.command.LsCommand;
import dev.jcompose.command.PauseCommand;
import dev.jcompose.command.PlanningCommand;
import dev.jcompose.command.PortCommand;
import dev.jcompose.command.PsCommand;
import dev.jcompose.command.PublishCommand;
import dev.jcompose.command.PullCommand;
import dev.jcompose.command.PushCommand;
import dev.jcompose.command.RestartCommand;
import dev.jcompose.command.RmCommand;
import dev.jcompose.command.RunCommand;
import dev.jcompose.command.ScaleCommand;
import dev.jcompose.command.StartCommand;
import dev.jcompose.command.StatsCommand;
import dev.jcompose.command.StopCommand;
import dev.jcompose.command.TopCommand;
import dev.jcompose.command.UnpauseCommand;
import dev.jcompose.command.UpCommand;
import dev.jcompose.command.VersionCommand;
import dev.jcompose.command.VizCommand;
import dev.jcompose.command.VolumesCommand;
import dev.jcompose.command.WaitCommand;
import dev.jcompose.command.WatchCommand;
import dev.jcompose.option.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands, by name. Only the one that the command line names is made. */
final class CommandTable {
    private static final int LONGEST_NAME = 3;
    private static final String SHORT_LIST = "ls";

    /** In the order of the help. */
    static final List<String> NAMES = List.of("attach", "bridge", "build", "bundle", "commit", "completion", "config",
            "cp", "create", "down",
            "events",
            "exec", "export", "help", "images", "kill", "logs", "ls", "pause", "plan", "port", "ps", "publish", "pull",
            "push",
            "restart", "rm", "run", "scale", "start", "stats", "stop", "top", "unpause", "up", "version", "viz",
            "volumes", "wait", "watch");

    /** Understood, and not in the help: names within names, what docker itself calls, and what used to be. */
    static final List<String> OTHER_NAMES = List.of("alpha", "alpha dry-run", "alpha generate", "alpha publish",
            "alpha scale",
            "alpha viz", "alpha watch", "bridge convert", "bridge transformations", "bridge transformations create",
            "bridge transformations list", "bridge transformations ls", "convert", "docker-cli-plugin-hooks",
            "docker-cli-plugin-metadata");

    private CommandTable() {
    }

    static Optional<Command> create(String name) {
        return Optional.ofNullable(switch (name) {
            case "alpha" -> new GroupCommand(name, "Commands that are being tried out", CommandTable::commands);
            case "alpha dry-run" -> new DryRunCommand(CommandTable::create);
            case "alpha generate" -> new GenerateCommand();
            case "attach" -> new AttachCommand();
            case "bridge" -> new GroupCommand(name, "Make other descriptions of a project", CommandTable::commands);
            case "bridge convert" -> new BridgeConvertCommand();
            case "bridge transformations" ->
                new GroupCommand(name, "What 'bridge' can convert with", CommandTable::commands);
            case "bridge transformations create" -> new BridgeCreateCommand();
            case "bridge transformations list", "bridge transformations ls" -> new BridgeListCommand(name);
            case "build" -> new BuildCommand();
            case "bundle" -> new BundleCommand();
            case "commit" -> new CommitCommand();
            case "__complete", "__completeNoDesc" -> new CompleteCommand(name, CommandTable::commands);
            case "completion" -> new CompletionCommand();
            case "config", "convert" -> new ConfigCommand(name);
            case "cp" -> new CpCommand();
            case "create" -> new CreateCommand();
            case "docker-cli-plugin-hooks" -> new PluginHooksCommand();
            case "docker-cli-plugin-metadata" -> new PluginMetadataCommand();
            case "down" -> new DownCommand();
            case "events" -> new EventsCommand();
            case "exec" -> new ExecCommand();
            case "export" -> new ExportCommand();
            case "help" -> new HelpCommand(CommandTable::commands);
            case "images" -> new ImagesCommand();
            case "kill" -> new KillCommand();
            case "logs" -> new LogsCommand();
            case "ls" -> new LsCommand();
            case "pause" -> new PauseCommand();
            case "plan" -> new PlanningCommand();
            case "port" -> new PortCommand();
            case "ps" -> new PsCommand();
            case "publish", "alpha publish" -> new PublishCommand(name);
            case "pull" -> new PullCommand();
            case "push" -> new PushCommand();
            case "restart" -> new RestartCommand();
            case "rm" -> new RmCommand();
            case "run" -> new RunCommand();
            case "scale", "alpha scale" -> new ScaleCommand(name);
            case "start" -> new StartCommand();
            case "stats" -> new StatsCommand();
            case "stop" -> new StopCommand();
            case "top" -> new TopCommand();
            case "unpause" -> new UnpauseCommand();
            case "up" -> new UpCommand();
            case "version" -> new VersionCommand();
            case "viz", "alpha viz" -> new VizCommand(name);
            case "volumes" -> new VolumesCommand();
            case "wait" -> new WaitCommand();
            case "watch", "alpha watch" -> new WatchCommand(name);
            default -> null;
        });
    }

    /** The table, for commands that are about commands. */
    static Commands commands() {
        return new Commands() {
            @Override
            public Optional<Command> create(String name) {
                return CommandTable.create(name);
            }

            @Override
            public int wordsOfName(List<String> words) {
                return CommandTable.wordsOfName(words);
            }

            @Override
            public Map<String, String> summariesBelow(String group) {
                return group.isEmpty() ? summaries() : CommandTable.summariesBelow(group);
            }
        };
    }

    /** How many of these words are the name of a command: the longest there is; 1 where there is none. */
    static int wordsOfName(List<String> words) {
        for (int count = Math.min(words.size(), LONGEST_NAME); count > 1; count--) {
            if (OTHER_NAMES.contains(String.join(" ", words.subList(0, count)))) {
                return count;
            }
        }
        return 1;
    }

    /** Last words of the names that begin with this one, and what those commands do. */
    private static Map<String, String> summariesBelow(String group) {
        Map<String, String> summaries = new LinkedHashMap<>();
        for (String name : OTHER_NAMES) {
            String rest = name.startsWith(group + " ") ? name.substring(group.length() + 1) : " ";
            if (!rest.contains(" ") && !rest.equals(SHORT_LIST)) {
                create(name).ifPresent(command -> summaries.put(rest, command.syntax().summary()));
            }
        }
        return summaries;
    }

    /** Name to summary, for the help. */
    static Map<String, String> summaries() {
        Map<String, String> summaries = new LinkedHashMap<>();
        NAMES.forEach(name -> create(name).ifPresent(command -> summaries.put(name, command.syntax().summary())));
        return summaries;
    }

    /** The options of a command; none where there is no such command. */
    static List<Option> options(String name) {
        return create(name).map(command -> command.syntax().declared()).orElse(List.of());
    }
}
