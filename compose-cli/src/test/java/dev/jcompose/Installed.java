package dev.jcompose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** The program as users have it: the launcher, over the classes that are tested. */
final class Installed {
    private static final String MAIN_JAR = "compose-cli.jar";

    private Installed() {
    }

    /** Installs it below a folder and gives the file that starts it. */
    static Path below(Path folder) throws IOException {
        Path home = folder.resolve("jcompose");
        Files.createDirectories(home.resolve("lib"));
        Files.writeString(home.resolve("lib").resolve(MAIN_JAR), "");
        String text = Files.readString(Path.of("src/build/launcher.sh")).replace("@HOME@", home.toString())
                .replace("@JAVA@", System.getProperty("java.home")).replace("@MAIN_JAR@", MAIN_JAR)
                .replace("@VERSION@", Version.NUMBER)
                .replace("@FLAGS@", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable")
                .replace("@CLASS_PATH@", System.getProperty("java.class.path")).replace("@MAIN@", "dev.jcompose.Main");
        if (Pattern.compile("@[A-Z_]+@").matcher(text).find()) {
            throw new IllegalStateException("the launcher has blanks that are not filled in here");
        }
        Path launcher = Files.createDirectories(home.resolve("bin")).resolve("jcompose");
        Files.writeString(launcher, text);
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
