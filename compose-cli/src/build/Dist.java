import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the runnable program out of the jars: {@code bin/jcompose}, {@code lib/*.jar} and, beside them, the
 * ahead-of-time cache of their classes. Run at packaging, with the JDK that is to run the program:
 * {@code java Dist.java DIST MAIN_JAR DEPENDENCIES LAUNCHER_TEMPLATE}, the dependencies being a folder of jars.
 */
public final class Dist {
    private static final String MAIN = "dev.jcompose.Main";
    private static final String REHEARSAL = "dev.jcompose.Rehearsal";
    /** The jars, besides the main one, that are compiled from sources of ours. */
    private static final List<String> OURS = List.of("compose-core-", "schema-");
    /** What shapes the heap and the code must be the same in training and in use, or the cache is not accepted. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g",
            "-XX:-UsePerfData", "-XX:+UnlockDiagnosticVMOptions");
    /** To compile, as soon as they are there, all methods that training compiled takes longer than it gains. */
    private static final String NO_PROFILES = "-XX:-AOTRecordTraining";
    /**
     * The cache is mapped where it was made for, and what is compiled is what runs often in a command that is over in
     * half a second; nor is code made for the few calls by reflection. A runtime that does not know one of these may
     * leave it.
     */
    private static final List<String> FLAGS_OF_USE = List.of("-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:ArchiveRelocationMode=0", "-XX:-AOTReplayTraining", "-XX:Tier3InvocationThreshold=500",
            "-XX:Tier3MinInvocationThreshold=250", "-XX:Tier3CompileThreshold=3000",
            "-Djdk.reflect.useNativeAccessorOnly=true", "-Xlog:disable");
    /** Converters of picocli's that no option of ours needs; each looks for its class. */
    private static final String NO_CONVERTERS = "-Dpicocli.converters.excludes=java.(time|sql|nio).*";

    private final Path dist;
    private final Path lib;
    private final String mainJar;

    private Dist(Path dist, Path mainJar) {
        this.dist = dist;
        this.lib = dist.resolve("lib");
        this.mainJar = mainJar.getFileName().toString();
    }

    public static void main(String[] args) throws Exception {
        Path dist = Path.of(args[0]).toAbsolutePath();
        Path jar = Path.of(args[1]);
        Dist job = new Dist(dist, jar);
        job.gather(jar, Path.of(args[2]));
        job.train();
        job.writeLauncher(Path.of(args[3]));
    }

    private void gather(Path jar, Path dependencies) throws IOException {
        if (Files.exists(lib)) {
            delete(lib);
        }
        Files.createDirectories(lib);
        Files.copy(jar, lib.resolve(mainJar), StandardCopyOption.COPY_ATTRIBUTES);
        for (Path dependency : jarsIn(dependencies)) {
            Path copy = lib.resolve(dependency.getFileName());
            Files.copy(dependency, copy, StandardCopyOption.COPY_ATTRIBUTES);
            ClassVersions.raise(copy);
        }
        spellOut();
    }

    private void spellOut() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars()) {
            urls.add(jar.toUri().toURL());
        }
        try (URLClassLoader classPath = new URLClassLoader(urls.toArray(URL[]::new))) {
            for (Path jar : jars()) {
                if (isOurs(jar)) {
                    SpelledOut.in(jar, classPath);
                }
            }
        }
    }

    /**
     * Ours, the small ones first, then the rest by name: the order of the class path, which the cache remembers. A
     * resource is found without opening a larger jar than its own.
     */
    private List<Path> jars() throws IOException {
        return jarsIn(lib).stream()
                .sorted(Comparator.comparing((Path file) -> !isOurs(file))
                        .thenComparing(file -> isOurs(file) ? file.toFile().length() : 0).thenComparing(Path::toString))
                .toList();
    }

    private boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.equals(mainJar) || OURS.stream().anyMatch(name::startsWith);
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void train() throws Exception {
        Path cache = lib.resolve("jcompose.aot");
        Path stage = Files.createTempDirectory("jcompose-training");
        try (StubEngine engine = StubEngine.start(stage.resolve("engine.sock"))) {
            Path log = stage.resolve("log");
            Path script = Rehearsals.write(stage, engine.address());
            List<String> command = new ArrayList<>(List.of(javaHome().resolve("bin/java").toString()));
            command.addAll(FLAGS);
            command.addAll(List.of("-XX:AOTCacheOutput=" + cache, NO_PROFILES, NO_CONVERTERS));
            command.addAll(List.of("-cp", classPath(lib.toString()), REHEARSAL, script.toString()));
            ProcessBuilder builder = new ProcessBuilder(command).directory(stage.toFile()).redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(key -> !key.equals("PATH"));
            builder.environment().put("HOME", stage.toString());
            int code = builder.start().waitFor();
            if (code != 0 || !Files.exists(cache)) {
                System.err.println(Files.readString(log));
                throw new IllegalStateException("training the ahead-of-time cache failed with exit code " + code);
            }
        } finally {
            delete(stage);
        }
    }

    private void writeLauncher(Path template) throws IOException {
        String text = Files.readString(template).replace("@HOME@", quoted(dist.toString()))
                .replace("@VERSION@", version(template))
                .replace("@JAVA@", quoted(javaHome().toString())).replace("@MAIN_JAR@", mainJar)
                .replace("@FLAGS@", flagsOfUse()).replace("@CLASS_PATH@", classPath("$lib"))
                .replace("@MAIN@", MAIN);
        Path launcher = Files.createDirectories(dist.resolve("bin")).resolve("jcompose");
        Files.writeString(launcher, text);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String flagsOfUse() {
        return String.join(" ", FLAGS) + " " + String.join(" ", FLAGS_OF_USE) + " '" + NO_CONVERTERS + "'";
    }

    /** As the program itself has it. */
    private static String version(Path template) throws IOException {
        Path source = template.toAbsolutePath().getParent().resolveSibling("main/java/dev/jcompose/Version.java");
        Matcher number = Pattern.compile("NUMBER = \"([^\"]+)\"").matcher(Files.readString(source));
        if (!number.find()) {
            throw new IllegalStateException("no version in " + source);
        }
        return number.group(1);
    }

    private String classPath(String folder) throws IOException {
        return jars().stream().map(jar -> folder + "/" + jar.getFileName()).collect(Collectors.joining(":"));
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
