package dev.jcompose.bench;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.MemoryFiles;
import dev.jcompose.model.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loads a project whose services use anchors, extends and variables, as people's large files do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LoadBenchmark {
    /** How many services the project has. */
    @Param({"30", "300", "3000"})
    public int services;

    private LoadRequest request = LoadRequest.of(Path.of("compose.yaml"));

    /** Writes the files, which are in memory. */
    @Setup
    public void write() {
        StringBuilder text = new StringBuilder("""
                name: bench
                x-logging: &logging {driver: json-file, options: {max-size: "${LOG_SIZE:-10m}", max-file: "3"}}
                x-environment: &environment {LOG_LEVEL: "${LOG_LEVEL:-info}", TZ: Europe/Berlin}
                services:
                  base:
                    image: "${REGISTRY:-registry.example}/base:${TAG:-1}"
                    restart: unless-stopped
                    logging: *logging
                    networks: [back]
                    healthcheck: {test: [CMD, "true"], interval: 10s, timeout: 5s, retries: 3}
                    deploy: {resources: {limits: {cpus: "0.50", memory: 256M}}}
                """);
        for (int i = 0; i < services; i++) {
            text.append("""
                      service-%1$d:
                        extends: base
                        image: "${REGISTRY:-registry.example}/service-%1$d:${TAG:-1}"
                        environment:
                          <<: *environment
                          NUMBER: "%1$d"
                          DATABASE_URL: "postgres://${DB_USER:-app}:${DB_PASSWORD}@db-%1$d/app"
                        ports: ["127.0.0.1:%2$d:80"]
                        volumes: ["data:/var/lib/data", "./conf/%1$d:/etc/service:ro"]
                        labels: ["org.example.team=${TEAM-none}", "org.example.number=%1$d"]
                    """.formatted(i, 10_000 + i));
            if (i > 0) {
                text.append("    depends_on: {service-").append(i / 2).append(": {condition: service_healthy}}\n");
            }
        }
        text.append("networks: {back: {}}\nvolumes: {data: {}}\n");
        Path folder = Path.of("/bench");
        request = LoadRequest.in(folder)
                .withSource(MemoryFiles.of(Map.of(folder.resolve("compose.yaml"), text.toString(),
                        folder.resolve(".env"), "TAG=7\nDB_PASSWORD=secret\n")))
                .withEnvironment(Environment.shell(Map.of("LOG_LEVEL", "debug")));
    }

    /** From text to the canonical tree. */
    @Benchmark
    public LoadedProject load() {
        return ComposeLoader.load(request);
    }

    /** From text to records. */
    @Benchmark
    public Project project() {
        return ComposeLoader.load(request).project();
    }
}
