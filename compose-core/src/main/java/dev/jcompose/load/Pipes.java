package dev.jcompose.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens what is neither file nor folder. A named pipe opens only when somebody writes to it, which may be never. */
final class Pipes {
    private static final int PATIENCE_SECONDS = 1;

    private Pipes() {
    }

    static InputStream open(Path file) throws IOException {
        CompletableFuture<InputStream> opened = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("compose-pipe").start(() -> {
            try {
                opened.complete(Files.newInputStream(file));
            } catch (IOException e) {
                opened.completeExceptionally(e);
            }
        });
        try {
            return opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("is a pipe that nobody writes to", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
