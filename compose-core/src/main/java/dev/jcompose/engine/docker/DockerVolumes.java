package dev.jcompose.engine.docker;

import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.engine.VolumeSpec;
import dev.jcompose.engine.Volumes;
import java.util.List;

/** {@code /volumes}. */
final class DockerVolumes implements Volumes {
    private final Api api;

    DockerVolumes(Api api) {
        this.api = api;
    }

    @Override
    public List<VolumeDetails> list(VolumeFilter filter) {
        Query query = Query.of("/volumes").filters(api.json(), filter.filters());
        return api.get(Operation.engine("list volumes"), query).list("Volumes").stream().map(DockerVolumes::details)
                .toList();
    }

    @Override
    public VolumeDetails inspect(String volume) {
        return details(api.get(Operation.volume("inspect", volume), Query.of("/volumes/" + Query.part(volume))));
    }

    @Override
    public VolumeDetails create(VolumeSpec spec) {
        return details(api.post(Operation.volume("create", spec.name()), Query.of("/volumes/create"),
                new JsonObject().put("Name", spec.name()).put("Driver", spec.driver())
                        .put("DriverOpts", spec.options()).put("Labels", spec.labels()).fields()));
    }

    @Override
    public void remove(String volume, boolean force) {
        api.delete(Operation.volume("remove", volume),
                Query.of("/volumes/" + Query.part(volume)).flag("force", force));
    }

    private static VolumeDetails details(Tree tree) {
        return new VolumeDetails(tree.text("Name"), tree.text("Driver"), tree.text("Mountpoint"), tree.text("Scope"),
                tree.text("CreatedAt"), tree.textMap("Labels"), tree.textMap("Options"));
    }
}
