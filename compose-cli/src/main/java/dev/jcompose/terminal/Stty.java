package dev.jcompose.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks and sets the controlling terminal through {@code stty}: Java has no call for it, and this program is on every
 * system that has terminals. Only used where there is one.
 */
final class Stty {
    static final int DEFAULT_WIDTH = 80;
    static final int DEFAULT_HEIGHT = 24;

    private Stty() {
    }

    /** Lines and columns. */
    static int[] size() {
        @Nullable
        String answer = run("size");
        if (answer != null && answer.matches("\\d+ \\d+")) {
            int space = answer.indexOf(' ');
            int[] size = {Integer.parseInt(answer.substring(0, space)), Integer.parseInt(answer.substring(space + 1))};
            if (size[0] > 0 && size[1] > 0) {
                return size;
            }
        }
        return new int[]{DEFAULT_HEIGHT, DEFAULT_WIDTH};
    }

    static Terminal.RawMode raw() {
        return changed("raw", "-echo");
    }

    static Terminal.RawMode keys() {
        return changed("-icanon", "-echo", "min", "1", "time", "0");
    }

    /**
     * Changes settings until the result is closed. A shell waits for that, or for the end of this process, whatever it
     * is, and then puts back what was before.
     */
    private static Terminal.RawMode changed(String... settings) {
        @Nullable
        String before = run("-g");
        if (before == null) {
            return () -> {};
        }
        Process restorer;
        try {
            restorer = new ProcessBuilder("sh", "-c",
                    "trap '' HUP INT QUIT TERM TTOU TSTP; read -r end; stty \"$0\" </dev/tty", before)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            return () -> {};
        }
        run(settings);
        return () -> {
            try {
                restorer.getOutputStream().close();
                restorer.waitFor();
            } catch (IOException itHasEnded) {
                run(before);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static @Nullable String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 ? answer : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
