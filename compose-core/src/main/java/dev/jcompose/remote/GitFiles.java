package dev.jcompose.remote;

import dev.jcompose.load.RemoteFile;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.load.RemoteReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of git repositories: the commit that a ref is at, alone, checked out in the cache. */
final class GitFiles {
    private static final Duration ASKING = Duration.ofMinutes(1);
    private static final Duration FETCHING = Duration.ofMinutes(5);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile("(?m)^([0-9a-f]{40}|[0-9a-f]{64})\t(\\S+)$");
    private static final List<String> NAMES = List.of("compose.yaml", "compose.yml", "docker-compose.yml",
            "docker-compose.yaml");

    private final Git git;
    private final RemoteCache cache;
    private final boolean offline;

    GitFiles(Git git, RemoteCache cache, boolean offline) {
        this.git = git;
        this.cache = cache;
        this.offline = offline;
    }

    RemoteFile fetch(String reference) {
        GitReference wanted = GitReference.parse(reference);
        Path root = root(wanted);
        Path file = file(root, wanted.folder());
        return new RemoteFile(file, root, RemoteReference.shown(wanted.remote()) + "#" + wanted.ref() + ":");
    }

    /** The checked out commit that is meant. */
    Path root(GitReference wanted) {
        String commit = commit(wanted);
        if (wanted.commit() != null && !commit.startsWith(wanted.commit().toLowerCase(Locale.ROOT))) {
            throw new RemoteFileException(wanted.ref() + " is at " + commit + ", not at " + wanted.commit(),
                    "make sure that nobody moved it, then change the commit in the reference");
        }
        return cache.get(commit, GitFiles::isCheckedOut, folder -> checkOut(wanted, commit, folder));
    }

    private String commit(GitReference wanted) {
        if (COMMIT.matcher(wanted.ref()).matches()) {
            if (offline && !isCheckedOut(cache.place(wanted.ref()))) {
                throw notHere();
            }
            return wanted.ref();
        }
        String name = "git " + wanted.remote() + " " + wanted.ref();
        if (offline) {
            return cache.remembered(name).filter(commit -> isCheckedOut(cache.place(commit)))
                    .orElseThrow(GitFiles::notHere);
        }
        Git.Result result = git.run(ASKING,
                List.of("ls-remote", "--exit-code", "--", wanted.remote(), wanted.ref()));
        if (result.status() == 2) {
            throw new RemoteFileException("the repository has no branch or tag '" + wanted.ref() + "'", "");
        }
        if (result.status() != 0) {
            throw failed(wanted, result);
        }
        String commit = best(wanted.ref(), result.output());
        cache.remember(name, commit);
        return commit;
    }

    static RemoteFileException notHere() {
        return new RemoteFileException("was not fetched before, and --offline forbids it",
                "run once without --offline");
    }

    /** A ref of just this name, then a branch, then a tag; whatever else ends in it comes last. */
    private static String best(String ref, String lines) {
        for (String name : List.of(ref, "refs/heads/" + ref, "refs/tags/" + ref, "")) {
            Matcher line = LINE.matcher(lines);
            while (line.find()) {
                if (name.isEmpty() || line.group(2).equals(name)) {
                    return line.group(1);
                }
            }
        }
        throw new RemoteFileException("git answered something else than a commit", "");
    }

    private static boolean isCheckedOut(Path folder) {
        try {
            return Files.exists(folder.resolve(".git/index"))
                    && COMMIT.matcher(Files.readString(folder.resolve(".git/HEAD")).strip()).matches();
        } catch (IOException e) {
            return false;
        }
    }

    private void checkOut(GitReference wanted, String commit, Path folder) {
        String in = folder.toString();
        require(wanted, git.run(ASKING, List.of("init", "--quiet", "--", in)));
        Git.Result shallow = fetch(in, List.of("--depth=1"), wanted, commit);
        if (shallow.status() != 0) {
            require(wanted, fetch(in, List.of(), wanted, commit));
        }
        require(wanted, git.run(FETCHING, List.of("-C", in, "checkout", "--quiet", "--detach", commit)));
    }

    private Git.Result fetch(String folder, List<String> options, GitReference wanted, String commit) {
        List<String> arguments = new java.util.ArrayList<>(List.of("-C", folder, "fetch", "--quiet", "--no-tags",
                "--no-recurse-submodules"));
        arguments.addAll(options);
        arguments.addAll(List.of("--", wanted.remote(), commit));
        return git.run(FETCHING, arguments);
    }

    private static void require(GitReference wanted, Git.Result result) {
        if (result.status() != 0) {
            throw failed(wanted, result);
        }
    }

    private static RemoteFileException failed(GitReference wanted, Git.Result result) {
        return new RemoteFileException("cannot be fetched: "
                + result.reason().replace(wanted.remote(), RemoteReference.shown(wanted.remote())), "");
    }

    /** The file that is meant; links may not lead out of the repository. */
    private static Path file(Path root, String place) {
        Path named = root.resolve(place).normalize();
        Path file = named;
        if (Files.isDirectory(named)) {
            file = NAMES.stream().map(named::resolve).filter(Files::isRegularFile).findFirst()
                    .orElseThrow(() -> new RemoteFileException("the repository has no Compose file in '"
                            + (place.isEmpty() ? "." : place) + "'", "name a file or folder after the ref, and ':'"));
        }
        try {
            if (!file.toRealPath().startsWith(root.toRealPath()) || file.startsWith(root.resolve(".git"))) {
                throw new RemoteFileException("'" + place + "' leads out of the repository", "");
            }
        } catch (IOException e) {
            throw new RemoteFileException("the repository has no file '" + place + "'", "", e);
        }
        return file;
    }
}
