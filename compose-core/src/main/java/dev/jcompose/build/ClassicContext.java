package dev.jcompose.build;

import dev.jcompose.archive.TarStream;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What the classic builder is sent: a folder but for what is ignored, and the Dockerfile wherever that comes from.
 *
 * @param root
 *            the folder
 * @param dockerfile
 *            path in the context
 * @param rules
 *            what is left out
 * @param always
 *            paths that are sent whatever the rules say; the engine needs them and leaves them out itself
 * @param added
 *            files that the folder does not have, or not so
 */
record ClassicContext(Path root, String dockerfile, IgnoreRules rules, List<String> always,
        Map<String, byte[]> added) {
    private static final String IGNORE_FILE = ".dockerignore";

    /** A folder of this machine. */
    static ClassicContext of(Project project, BuildTarget target) throws IOException {
        return of(project, target, Path.of(target.build().context()), "");
    }

    /** A repository's files, without what belongs to git. */
    static ClassicContext ofCheckout(Project project, BuildTarget target, Path folder) throws IOException {
        return of(project, target, folder, "\n.git\n");
    }

    private static ClassicContext of(Project project, BuildTarget target, Path root, String alsoIgnored)
            throws IOException {
        if (!Files.isDirectory(root)) {
            throw BuildProblem.of(project, target, "context", "no such folder: " + root,
                    "write the path of a folder, or the address of a repository");
        }
        String inline = target.build().dockerfileInline();
        String named = target.build().dockerfile() == null ? "Dockerfile" : target.build().dockerfile();
        Path file = root.resolve(named).normalize();
        byte[] content = null;
        if (inline != null) {
            content = inline.getBytes(StandardCharsets.UTF_8);
        } else if (!Files.isRegularFile(file)) {
            throw BuildProblem.of(project, target, "dockerfile", "no such file: " + file,
                    "paths start from the context, " + root);
        } else if (!file.startsWith(root.normalize()) || Files.isSymbolicLink(file)) {
            content = Files.readAllBytes(file);
        }
        Path ignoreFile = inline == null ? ignoreFile(root, file) : root.resolve(IGNORE_FILE);
        String ignoring = (Files.isRegularFile(ignoreFile) ? Files.readString(ignoreFile) : "") + alsoIgnored;
        IgnoreRules rules;
        try {
            rules = IgnoreRules.parse(ignoring);
        } catch (IllegalArgumentException e) {
            throw new BuildFailedException(target.service().name(), ignoreFile.toString(),
                    String.valueOf(e.getMessage()), List.of());
        }
        if (content == null) {
            String path = root.normalize().relativize(file).toString().replace('\\', '/');
            return new ClassicContext(root, path, rules, List.of(path, IGNORE_FILE), Map.of());
        }
        return foreign(root, content, rules, ignoring);
    }

    /** A Dockerfile's own one goes before the context's (Docker documentation, ".dockerignore files"). */
    private static Path ignoreFile(Path root, Path dockerfile) {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE_FILE);
        return Files.isRegularFile(own) ? own : root.resolve(IGNORE_FILE);
    }

    /**
     * A Dockerfile from elsewhere gets a name that nothing else has, and the engine is told to leave it out. The name
     * depends on the content alone, so that the engine's cache is of use.
     */
    private static ClassicContext foreign(Path root, byte[] content, IgnoreRules rules, String ignoring) {
        CRC32 sum = new CRC32();
        sum.update(content);
        String name = ".dockerfile." + Long.toHexString(sum.getValue());
        boolean hasOwn = Files.exists(root.resolve(IGNORE_FILE), LinkOption.NOFOLLOW_LINKS);
        List<String> lines = new ArrayList<>(ignoring.lines().toList());
        if (!hasOwn) {
            lines.add(IGNORE_FILE);
        }
        lines.add(name);
        Map<String, byte[]> added = new LinkedHashMap<>();
        added.put(name, content);
        added.put(IGNORE_FILE, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return new ClassicContext(root, name, rules, List.of(), added);
    }

    /** A tar archive of it, made while it is read. */
    TarStream open() {
        return new TarStream(new ContextWalk(root, rules, always, added));
    }
}
