import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The command lines over which the cache is trained, and the project that they speak of. */
final class Rehearsals {
    private static final String COMPOSE = """
            name: rehearsal
            x-common: &common
              environment:
                LOG_LEVEL: ${LOG_LEVEL:-info}
            services:
              db:
                image: postgres:16
                <<: *common
                healthcheck:
                  test: [CMD, pg_isready]
                  interval: 1s
                volumes: [data:/var/lib/postgresql/data]
                networks: [back]
              web:
                build: .
                command: serve --all
                ports: ["127.0.0.1:8080:80"]
                env_file: [app.env]
                depends_on:
                  db: {condition: service_healthy}
                networks:
                  back: {aliases: [www]}
                  default: {}
                deploy: {replicas: 2}
            volumes:
              data:
            networks:
              back: {driver: bridge}
            """;

    private static final String COMMANDS = """
            version
            version --format json
            --help
            up --help
            frobnicate
            up --detsch
            -f absent.yaml ps
            -f broken.yaml config
            config
            config --format json
            config -q
            config --services
            config --no-interpolate
            plan
            --dry-run up -d
            up -d
            ps
            ps -a
            ps --format json
            ps --format {{.Name}}
            plan
            up -d
            build
            up -d --build
            --progress json up -d --force-recreate
            --progress tty --ansi always restart web
            logs
            --ansi always logs -t --tail 2 web
            exec -T web true
            run --rm -T --no-deps web true
            run --rm -T web true
            top
            port web 80
            images
            volumes
            ls
            -p rehearsal ps
            stop
            start
            restart web
            kill web
            rm -f web
            down -v
            ps
            """;

    /** Stands for the builder, which takes a definition and tells of steps. */
    private static final String BUILDX = """
            #!/bin/sh
            while read -r line; do :; done
            cat >&2 <<'END'
            {"vertexes":[{"digest":"sha256:aa","name":"[web 1/2] FROM scratch","started":"2026-01-01T00:00:00.1Z"}]}
            {"statuses":[{"id":"extracting","vertex":"sha256:aa","current":1,"total":2,"timestamp":"2026-01-01T00:00:00Z"}]}
            {"logs":[{"vertex":"sha256:aa","stream":1,"data":"aGVsbG8K","timestamp":"2026-01-01T00:00:00Z"}]}
            {"vertexes":[{"digest":"sha256:aa","name":"[web 1/2] FROM scratch","started":"2026-01-01T00:00:00.1Z",\
            "completed":"2026-01-01T00:00:00.2Z","cached":true}]}
            END
            """;

    /** Of the context's name: contexts are kept in folders of such names. */
    private static final String CONTEXT_DIGEST = "c7ff6dcd94d7161eff5da0585684a8d16fb00090c0f38336d31950819e2f2003";

    private Rehearsals() {
    }

    /**
     * Writes all into a folder, which is the user's home as well: there the engine is found the longest way, by the
     * current context.
     *
     * @return the file with one command line a line
     */
    static Path write(Path folder, String engine) throws IOException {
        Path configuration = Files.createDirectory(folder.resolve(".docker"));
        Files.writeString(configuration.resolve("config.json"), "{\"auths\": {}, \"currentContext\": \"stage\"}");
        Path buildx = Files.createDirectory(configuration.resolve("cli-plugins")).resolve("docker-buildx");
        Files.writeString(buildx, BUILDX);
        Files.setPosixFilePermissions(buildx, PosixFilePermissions.fromString("rwx------"));
        Path context = Files.createDirectories(configuration.resolve("contexts/meta").resolve(CONTEXT_DIGEST));
        Files.writeString(context.resolve("meta.json"),
                "{\"Name\": \"stage\", \"Endpoints\": {\"docker\": {\"Host\": \"" + engine + "\"}}}");
        Files.writeString(folder.resolve("compose.yaml"), COMPOSE);
        Files.writeString(folder.resolve("app.env"), "A=b\nGREETING=\"hello ${USER:-you}\"\n");
        Files.writeString(folder.resolve(".env"), "LOG_LEVEL=debug\n");
        Files.writeString(folder.resolve("broken.yaml"),
                "services:\n  web:\n    imgae: x\n    ports: {a: b}\n    depends_on: [nobody]\n");
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
        return Files.writeString(folder.resolve("rehearsal"), COMMANDS);
    }
}
