package dev.jcompose.registry;

import dev.jcompose.engine.RegistryAuth;
import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.source.CancelledException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A program {@code docker-credential-NAME} that keeps credentials; it is asked on its standard input. */
final class CredentialHelper {
    /** The user's name where the secret is an identity token. */
    private static final String TOKEN_USER = "<token>";
    private static final int LONGEST_ANSWER = 1 << 20;

    private final String program;
    private final Map<String, String> environment;
    private final Duration timeout;

    CredentialHelper(String name, Map<String, String> environment, Duration timeout) {
        this.program = "docker-credential-" + name;
        this.environment = environment;
        this.timeout = timeout;
    }

    /** What it knows of a registry; nothing where it says that it knows nothing. */
    Optional<RegistryAuth> get(String registry) {
        ProcessBuilder builder = new ProcessBuilder(found(), "get").redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw failed("cannot be started: " + e.getMessage(), e);
        }
        try {
            String answer = answer(process, registry);
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("does not end", null);
            }
            return process.exitValue() == 0 ? decoded(registry, answer) : refused(answer, process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String answer(Process process, String registry) throws InterruptedException {
        FutureTask<String> reading = new FutureTask<>(() -> {
            try (OutputStream question = process.getOutputStream()) {
                question.write(registry.getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                // it may answer without having listened
            }
            try (InputStream out = process.getInputStream()) {
                byte[] said = out.readNBytes(LONGEST_ANSWER + 1);
                if (said.length > LONGEST_ANSWER) {
                    throw new IOException("it is endless");
                }
                return new String(said, StandardCharsets.UTF_8);
            }
        });
        Thread.ofVirtual().name(program).start(reading);
        try {
            return reading.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed("no answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw failed("its answer cannot be read: "
                    + (e.getCause() instanceof IOException cause ? cause.getMessage() : e.getCause()), e);
        }
    }

    private Optional<RegistryAuth> decoded(String registry, String answer) {
        Map<String, @Nullable Object> said;
        try {
            said = JsonReader.readObject(answer);
        } catch (JsonException e) {
            throw failed("its answer is not JSON", null);
        }
        String user = said.get("Username") instanceof String name ? name : "";
        String secret = said.get("Secret") instanceof String text ? text : "";
        if (user.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(user.equals(TOKEN_USER)
                ? new RegistryAuth(registry, null, null, secret, null)
                : new RegistryAuth(registry, user, secret, null, null));
    }

    /** The protocol of credential helpers has this one sentence for "I have none". */
    private Optional<RegistryAuth> refused(String answer, int exitCode) {
        if (answer.strip().startsWith("credentials not found in native keychain")) {
            return Optional.empty();
        }
        throw failed(answer.isBlank() ? "ended with exit code " + exitCode : answer.strip(), null);
    }

    /** On the given path, not on that of this process. */
    private String found() {
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, program);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw failed("not found on PATH", null);
    }

    private CredentialException failed(String what, @Nullable Throwable cause) {
        return new CredentialException(program, what,
                cause instanceof UncheckedIOException unchecked ? unchecked.getCause() : cause);
    }
}
