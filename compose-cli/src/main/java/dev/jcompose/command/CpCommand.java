package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.copy.ContainerCopy;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.option.Whole;
import dev.jcompose.progress.Display;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cp}. */
public final class CpCommand extends Command {
    private final Flag all = syntax.flag("--all", "Also to the containers that 'run' made for the service");
    private final Flag archive = syntax.flag("-a, --archive", "Keep the owners of files");
    private final Flag followLink = syntax.flag("-L, --follow-link", "Copy what SRC_PATH leads to if it is a link");
    private final Whole index = syntax.whole("--index", "N",
            "Which of the service's containers (default all, or first)", 0);
    private final Text from = syntax.argument("[SERVICE:]SRC_PATH|-");
    private final Text to = syntax.argument("[SERVICE:]DEST_PATH|-");

    public CpCommand() {
        super("cp", "Copy files between a service's containers and this machine");
        syntax.form("SERVICE:SRC_PATH DEST_PATH|-");
        syntax.form("SRC_PATH|- SERVICE:DEST_PATH");
        syntax.example("jcompose cp web:/etc/nginx/nginx.conf .");
        syntax.example("jcompose cp - web:/srv < site.tar");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Place source = Place.of(from.required());
        Place destination = Place.of(to.required());
        String service = source.service == null ? destination.service : source.service;
        if (service == null) {
            throw new UsageException("unknown copy direction: one of the paths is SERVICE:PATH");
        }
        if (source.service != null && destination.service != null) {
            throw new UsageException("copying between services is not supported");
        }
        boolean out = source.service != null;
        if (out && destination.path.equals("-") && session.terminal().isTerminal(Stream.OUT)) {
            throw new UsageException("a tar archive is not for terminals: send standard output to a file or a pipe");
        }
        try (Display display = session.display()) {
            List<ObservedContainer> containers = containers(session, service, out);
            if (!out && source.path.equals("-") && !session.isDryRun()) {
                unpack(session, containers, destination.path);
                return ExitCode.OK;
            }
            for (ObservedContainer container : containers) {
                String what = container.name() + " copy " + source.in(container) + " to " + destination.in(container);
                display.found(what, "Copying");
                if (!session.isDryRun()) {
                    copy(session, container, source.path, destination.path, out);
                }
                display.found(what, "Copied");
            }
        }
        return ExitCode.OK;
    }

    private void copy(Session session, ObservedContainer container, String source, String destination, boolean out) {
        ContainerCopy copy = copy(session, container);
        if (!out) {
            copy.in(source, destination);
        } else if (destination.equals("-")) {
            copy.out(source, session.out());
        } else {
            copy.out(source, destination).forEach(path -> session.err()
                    .println("warning: " + path + " is a device or a pipe and was left out"));
        }
    }

    private ContainerCopy copy(Session session, ObservedContainer container) {
        return new ContainerCopy(session.engine().containers(), container.id(), session.directory(), followLink.on(),
                archive.on());
    }

    /** Standard input can be read once only: for several containers it is kept in a file meanwhile. */
    private void unpack(Session session, List<ObservedContainer> containers, String destination) {
        if (containers.size() == 1) {
            copy(session, containers.getFirst()).in(session.terminal().in(), destination);
            return;
        }
        try {
            Path kept = Files.createTempFile("jcompose-cp", ".tar");
            try {
                Files.copy(session.terminal().in(), kept, StandardCopyOption.REPLACE_EXISTING);
                for (ObservedContainer container : containers) {
                    try (InputStream tar = Files.newInputStream(kept)) {
                        copy(session, container).in(tar, destination);
                    }
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UsageException("cannot read standard input: " + e.getMessage(), e);
        }
    }

    private List<ObservedContainer> containers(Session session, String service, boolean out) {
        int number = index.value();
        List<ObservedContainer> found = Observer.containers(session.engine(), session.projectName()).stream()
                .filter(container -> container.service().equals(service))
                .filter(container -> !container.oneOff() || (all.on() && number == 0))
                .filter(container -> number == 0 || container.number() == number)
                .sorted(Comparator.comparing(ObservedContainer::oneOff)
                        .thenComparingInt(ObservedContainer::number).thenComparing(ObservedContainer::name))
                .toList();
        if (found.isEmpty()) {
            throw new UsageException(number == 0
                    ? "no container found for service \"" + service + "\""
                    : "service \"" + service + "\" is not running container #" + number);
        }
        return out ? found.subList(0, 1) : found;
    }

    /** A path, and the service in whose containers it is; null for this machine. */
    private record Place(@Nullable String service, String path) {

        /** What begins with a slash or a dot is of this machine, whatever else is in it. */
        static Place of(String word) {
            int colon = word.indexOf(':');
            if (colon <= 0 || word.startsWith("/") || word.startsWith(".")) {
                return new Place(null, word);
            }
            return new Place(word.substring(0, colon), word.substring(colon + 1));
        }

        String in(ObservedContainer container) {
            return service == null ? path : container.name() + ":" + path;
        }
    }
}
