package dev.jcompose.execute;

import dev.jcompose.model.Service;
import dev.jcompose.source.ComposeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code security_opt: seccomp=FILE}: the engine is sent what is in the file, for it cannot read the files of whoever
 * talks to it.
 */
final class SeccompProfile {
    private static final List<String> BUILT_IN = List.of("unconfined", "builtin");

    private SeccompProfile() {
    }

    /**
     * The service with profiles in place of their files' names.
     *
     * @param folder
     *            where relative names start
     */
    static Service in(Service service, String folder) {
        List<String> options = service.security().securityOpt();
        if (options.stream().noneMatch(option -> option.startsWith("seccomp"))) {
            return service;
        }
        List<String> resolved = options.stream().map(option -> resolve(option, folder)).toList();
        return service.withSecurity(service.security().withSecurityOpt(resolved));
    }

    private static String resolve(String option, String folder) {
        if (!option.startsWith("seccomp=") && !option.startsWith("seccomp:")) {
            return option;
        }
        String value = option.substring("seccomp=".length());
        if (BUILT_IN.contains(value) || value.startsWith("{")) {
            return option;
        }
        Path file = Path.of(folder).resolve(value);
        try {
            return "seccomp=" + compact(Files.readString(file));
        } catch (IOException e) {
            throw new UnreadableProfileException(file, e);
        }
    }

    /** JSON without the space between its parts. */
    private static String compact(String json) {
        StringBuilder text = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted || !Character.isWhitespace(c)) {
                text.append(c);
            }
            if (quoted && c == '\\' && i + 1 < json.length()) {
                text.append(json.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return text.toString();
    }

    /** A profile that cannot be read. */
    static final class UnreadableProfileException extends ComposeException {
        private static final long serialVersionUID = 1L;

        UnreadableProfileException(Path file, IOException cause) {
            super("security_opt: cannot read the seccomp profile " + file + ": " + cause.getMessage()
                    + "; name a file of JSON, or unconfined", cause);
        }
    }
}
