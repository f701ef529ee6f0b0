package dev.jcompose.engine.docker;

import dev.jcompose.engine.BuildSpec;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.ImageProgress;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images;
import dev.jcompose.engine.RegistryAuth;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /images}, {@code /build}. */
final class DockerImages implements Images {
    private final Api api;

    DockerImages(Api api) {
        this.api = api;
    }

    @Override
    public List<ImageSummary> list(ImageFilter filter) {
        Query query = Query.of("/images/json").flag("all", filter.all()).filters(api.json(), filter.filters());
        return api.get(Operation.engine("list images"), query).items().stream()
                .map(tree -> new ImageSummary(tree.text("Id"), named(tree.texts("RepoTags")),
                        named(tree.texts("RepoDigests")), Instant.ofEpochSecond(tree.number("Created")),
                        tree.number("Size"), tree.textMap("Labels")))
                .toList();
    }

    @Override
    public ImageDetails inspect(String image) {
        Tree tree = api.get(Operation.image("inspect", image), path(image, "/json"));
        Tree config = tree.at("Config");
        Set<String> volumes = new LinkedHashSet<>(config.entries("Volumes").keySet());
        Set<String> ports = new LinkedHashSet<>(config.entries("ExposedPorts").keySet());
        return new ImageDetails(tree.text("Id"), named(tree.texts("RepoTags")), named(tree.texts("RepoDigests")),
                tree.instant("Created"), tree.number("Size"), tree.text("Os"), tree.text("Architecture"),
                tree.text("Variant"), tree.at("Metadata").instant("LastTagTime"), config.textMap("Labels"),
                config.texts("Entrypoint"), config.texts("Cmd"), config.texts("Env"), config.text("User"),
                config.text("WorkingDir"), volumes, ports, config.at("Healthcheck").texts("Test"), tree.raw());
    }

    @Override
    public CloseableIterator<ImageProgress> pull(String image, @Nullable String platform,
            @Nullable RegistryAuth auth) {
        Operation operation = Operation.image("pull", image);
        ImageName name = ImageName.of(image);
        Query query = Query.of("/images/create").with("fromImage", name.repository()).with("tag", name.tagOrDigest())
                .with("platform", platform);
        HttpCall call = api.lasting(operation, "POST", query).withHeaders(authHeader(auth));
        return progress(operation, call);
    }

    @Override
    public CloseableIterator<ImageProgress> push(String image, @Nullable String platform,
            @Nullable RegistryAuth auth) {
        Operation operation = Operation.image("push", image);
        ImageName name = ImageName.of(image);
        Query query = path(name.repository(), "/push").with("tag", name.tagOrDigest());
        String[] parts = platform == null ? new String[0] : platform.split("/", -1);
        if (parts.length >= 2 && api.version(operation).atLeast(46)) {
            JsonObject wanted = new JsonObject().put("os", parts[0]).put("architecture", parts[1]).put("variant",
                    parts.length > 2 ? parts[2] : null);
            query.with("platform",
                    new String(api.json().write(wanted.fields()), java.nio.charset.StandardCharsets.UTF_8));
        }
        Map<String, String> header = auth == null ? Map.of("X-Registry-Auth", encoded(Map.of())) : authHeader(auth);
        return progress(operation, api.lasting(operation, "POST", query).withHeaders(header));
    }

    @Override
    public String digest(String image, @Nullable RegistryAuth auth) {
        Operation operation = Operation.image("look up", image);
        Query query = Query.of("/distribution/" + Query.part(image) + "/json");
        return api.fetch(operation, api.lasting(operation, "GET", query).withHeaders(authHeader(auth)))
                .at("Descriptor").text("digest");
    }

    @Override
    public void tag(String image, String reference) {
        ImageName name = ImageName.of(reference);
        api.run(Operation.image("tag", image),
                client -> client.tagImageCmd(image, name.repository(), name.tagOrDigest()).exec());
    }

    @Override
    public void remove(String image, boolean force, boolean prune) {
        api.run(Operation.image("remove", image),
                client -> client.removeImageCmd(image).withForce(force).withNoPrune(!prune).exec());
    }

    @Override
    public CloseableIterator<ImageProgress> build(BuildSpec spec, InputStream context) {
        Operation operation = Operation.image("build", spec.tags().isEmpty() ? "(unnamed)" : spec.tags().get(0));
        HttpCall call = api.lasting(operation, "POST", BuildMapping.query(spec, api.json(), api.isPodman()))
                .withBody(spec.remote() == null ? context : InputStream.nullInputStream(), "application/x-tar");
        if (!spec.auths().isEmpty()) {
            JsonObject all = new JsonObject();
            spec.auths().forEach((registry, auth) -> all.put(registry, credentials(auth)));
            call = call.withHeaders(Map.of("X-Registry-Config", encoded(all.fields())));
        }
        return progress(operation, call);
    }

    private CloseableIterator<ImageProgress> progress(Operation operation, HttpCall call) {
        HttpAnswer answer = api.open(operation, call);
        return JsonStream.of(api, operation, answer, message -> {
            String error = message.at("errorDetail").text("message");
            if (error.isEmpty()) {
                error = message.text("error");
            }
            if (!error.isEmpty()) {
                throw api.failures().reported(operation, error);
            }
            Tree detail = message.at("progressDetail");
            String imageId = message.at("aux").text("ID");
            return new ImageProgress(message.text("id"), message.text("status"), detail.numberOrNull("current"),
                    detail.numberOrNull("total"), message.text("stream"), imageId.isEmpty() ? null : imageId);
        });
    }

    private Map<String, String> authHeader(@Nullable RegistryAuth auth) {
        return auth == null ? Map.of() : Map.of("X-Registry-Auth", encoded(credentials(auth)));
    }

    private static Map<String, @Nullable Object> credentials(RegistryAuth auth) {
        return new JsonObject().put("username", auth.username()).put("password", auth.password())
                .put("identitytoken", auth.identityToken()).put("registrytoken", auth.registryToken())
                .put("serveraddress", auth.serverAddress()).fields();
    }

    private String encoded(Map<String, ?> value) {
        return Base64.getUrlEncoder().encodeToString(api.json().write(value));
    }

    /** Images without a name are listed under a placeholder. */
    private static List<String> named(List<String> references) {
        return references.stream().filter(reference -> !reference.startsWith("<none>")).toList();
    }

    private static Query path(String image, String rest) {
        return Query.of("/images/" + Query.part(image) + rest);
    }
}
