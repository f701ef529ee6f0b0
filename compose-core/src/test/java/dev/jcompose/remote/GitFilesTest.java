package dev.jcompose.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.RemoteFile;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.LoopbackCertificate;
import dev.jcompose.source.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitFilesTest {
    private static final String SERVICE = "services: {web: {image: busybox, volumes: [\"./data:/data\"]}}";

    @TempDir
    Path folder;

    private GitDaemon repository;
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void a_repository() throws Exception {
        environment.keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        repository = new GitDaemon(folder.resolve("served"));
        repository.commit(Map.of("compose.yaml", SERVICE, "sub/docker-compose.yml", SERVICE));
    }

    @AfterEach
    void nobody_listens() {
        repository.close();
    }

    private RemoteFile fetch(String place) {
        return fetch(place, RemoteAccess.FETCH);
    }

    private RemoteFile fetch(String place, RemoteAccess access) {
        try (RemoteResources resources = new RemoteResources(environment, access, Credentials.none(), Set.of())) {
            return resources.fetch(repository.address() + place);
        }
    }

    private String refusal(String place) {
        RemoteFileException failure = assertThrows(RemoteFileException.class, () -> fetch(place));
        return failure.getMessage();
    }

    private LoadedProject load(String file) {
        try (RemoteResources resources = new RemoteResources(environment, RemoteAccess.FETCH, Credentials.none(),
                Set.of())) {
            return ComposeLoader.load(LoadRequest.in(folder).withFiles(List.of(file)).withRemotes(resources)
                    .withEnvironment(Environment.EMPTY));
        }
    }

    @Test
    void are_those_of_the_commit_that_a_ref_is_at() throws Exception {
        repository.git("tag", "v1");
        repository.git("branch", "a/main");
        String first = repository.git("rev-parse", "HEAD").strip();
        String second = repository.commit(Map.of("compose.yaml", "services: {}"));

        assertEquals(second, fetch("").root().getFileName().toString());
        assertEquals(second, fetch("#main").root().getFileName().toString());
        assertEquals(first, fetch("#v1").root().getFileName().toString());
        assertEquals(first, fetch("#" + first).root().getFileName().toString());
        assertEquals(first, fetch("?tag=v1&commit=" + first.substring(0, 8)).root().getFileName().toString());
        assertEquals("docker-compose.yml", fetch("#v1:sub").file().getFileName().toString());
        assertEquals("compose.yaml", fetch("#v1:compose.yaml").file().getFileName().toString());
    }

    @Test
    void make_a_project_whose_paths_are_beside_them() {
        LoadedProject project = load(repository.address() + "#main:sub");

        assertEquals(fetch("#main:sub").file().getParent(), project.directory());
        assertEquals(folder.getFileName().toString().replaceAll("[^a-z0-9_-]", ""), project.name().replace("_", ""));
        assertTrue(project.tree().toString().contains(project.directory() + "/data"), project.tree().toString());
    }

    @Test
    void can_be_included_and_extended_and_are_named_in_messages() throws Exception {
        repository.commit(Map.of("bad.yaml", "services:\n  web: {image: busybox, imagine: 1}\n"));
        Files.writeString(folder.resolve("compose.yaml"), "include: [\"" + repository.address() + "#main:sub\"]\n"
                + "services: {more: {extends: {file: \"" + repository.address()
                + "#main:compose.yaml\", service: web}}}\n");
        LoadedProject project = load("compose.yaml");
        assertEquals(Set.of("more", "web"), project.project().services().keySet());

        Files.writeString(folder.resolve("compose.yaml"), "include:\n  - " + repository.address() + "#main:bad.yaml\n"
                + "  - " + repository.address() + "#nowhere\n");
        String message = assertThrows(InvalidProjectException.class, () -> load("compose.yaml")).getMessage();
        assertTrue(message.contains(repository.address() + "#main:bad.yaml:2:25: services.web.imagine: "), message);
        assertTrue(message.contains("compose.yaml:3:5: include[1].path: the repository has no branch or tag 'nowhere'"),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#main:../..|'../..' is not a place in the repository",
            "#main:/etc|'/etc' is not a place in the repository",
            "?subdir=a/../../b|'a/../../b' is not a place in the repository",
            "#main:.git/config|'.git/config' leads out of the repository",
            "#main:out|'out' leads out of the repository",
            "#main:outside/secret|'outside/secret' leads out of the repository",
            "#main:gone|the repository has no file 'gone'",
            "#main:empty|the repository has no Compose file in 'empty'",
            "#--upload-pack=x|'--upload-pack=x' is not the name of a branch, a tag or a commit",
            "#*|'*' is not the name of a branch, a tag or a commit",
            "#nowhere|the repository has no branch or tag 'nowhere'",
            "?branch=main&tag=x|'refs/tags/x' and 'refs/heads/main' contradict each other",
            "?commit=0000000&ref=main|main is at", "?x=y|'x' says nothing to a repository",
            "nothing|cannot be fetched: fatal: "})
    void do_not_lead_astray(String placeAndMessage) throws Exception {
        String place = placeAndMessage.substring(0, placeAndMessage.indexOf('|'));
        String message = placeAndMessage.substring(placeAndMessage.indexOf('|') + 1);
        Path secret = Files.writeString(folder.resolve("secret"), SERVICE);
        Files.createSymbolicLink(repository.folder().resolve("out"), secret);
        Files.createSymbolicLink(repository.folder().resolve("outside"), folder);
        Files.createDirectories(repository.folder().resolve("empty"));
        Files.writeString(repository.folder().resolve("empty/readme"), "");
        repository.commit();

        String refusal = refusal(place);

        assertTrue(refusal.startsWith(message), refusal);
    }

    @Test
    void cannot_be_taken_from_this_machine_by_way_of_another() throws IOException {
        Path configuration = Files.writeString(folder.resolve("gitconfig"), "[url \"file://" + folder + "/served/\"]\n"
                + "\tinsteadOf = " + repository.address().replace("shop/.git", "") + "\n");
        environment.put("GIT_CONFIG_GLOBAL", configuration.toString());

        assertTrue(refusal("").contains("'file' not allowed"), refusal(""));
    }

    private String fetched(String reference) {
        try (RemoteResources resources = new RemoteResources(environment, RemoteAccess.FETCH, Credentials.none(),
                Set.of())) {
            return resources.fetch(reference).file().getFileName().toString();
        }
    }

    private String refused(String reference) {
        return String.valueOf(assertThrows(RemoteFileException.class, () -> fetched(reference)).getMessage());
    }

    @Test
    void come_over_https_with_the_password_that_git_knows() throws Exception {
        LoopbackCertificate certificate = LoopbackCertificate.in(folder);
        try (GitWeb web = new GitWeb(folder.resolve("served"), certificate, "ann", "s3cret")) {
            String address = "https://127.0.0.1:" + web.port() + "/shop/.git#main:sub";
            environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
            assertTrue(refused(address).contains("certificate"), refused(address));
            environment.put("GIT_SSL_CAINFO", certificate.certificate().toString());
            assertTrue(refused(address).contains("terminal prompts disabled"), refused(address));

            Path known = Files.writeString(folder.resolve("known"),
                    "https://ann:s3cret@127.0.0.1:" + web.port() + "\n");
            Files.writeString(folder.resolve("gitconfig"), "[credential]\n\thelper = store --file=" + known + "\n");

            assertEquals("docker-compose.yml", fetched(address));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh://git@shop.invalid/SERVED/shop/.git", "git@shop.invalid:/SERVED/shop/.git"})
    void come_over_ssh_as_the_user_has_set_it_up(String address) throws Exception {
        Path ssh = Files.writeString(folder.resolve("ssh"),
                "#!/bin/sh\necho \"$*\" >> " + folder + "/said\nfor word; do :; done\nexec sh -c \"$word\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        environment.put("GIT_SSH_COMMAND", ssh.toString());
        environment.put("GIT_SSH_VARIANT", "ssh");

        assertEquals("docker-compose.yml",
                fetched(address.replace("/SERVED", folder.resolve("served").toString()) + "#main:sub"));

        String said = Files.readString(folder.resolve("said"));
        assertTrue(said.contains("git@shop.invalid git-upload-pack"), said);
    }

    @Test
    void are_there_without_a_network_once_fetched() throws Exception {
        String commit = fetch("#main").root().getFileName().toString();
        repository.close();

        assertEquals(commit, fetch("#main", RemoteAccess.OFFLINE).root().getFileName().toString());
        assertEquals(commit, fetch("#" + commit, RemoteAccess.OFFLINE).root().getFileName().toString());
        assertThrows(RemoteFileException.class, () -> fetch("#other", RemoteAccess.OFFLINE));
        assertThrows(RemoteFileException.class, () -> fetch("#" + "0".repeat(40), RemoteAccess.OFFLINE));
    }

    @Test
    void are_fetched_again_where_somebody_was_interrupted() throws Exception {
        Path root = fetch("").root();
        Files.delete(root.resolve("compose.yaml"));
        Files.delete(root.resolve(".git/index"));

        assertTrue(Files.exists(fetch("").file()));
        try (var left = Files.list(root.resolveSibling("tmp"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void stay_away_where_they_are_not_wanted() {
        assertThrows(RemoteFileException.class, () -> fetch("", RemoteAccess.OFF));
        environment.put("COMPOSE_EXPERIMENTAL_GIT_REMOTE", "false");
        assertTrue(refusal("").contains("COMPOSE_EXPERIMENTAL_GIT_REMOTE forbids"), refusal(""));
        assertTrue(!Files.exists(folder.resolve("cache")));
    }
}
