package dev.jcompose.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerSpec.Connections;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.model.Mount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every engine does with what containers use: networks, volumes and images. */
abstract class ResourceContract extends EngineFixture {
    @Nested
    class A_network {
        private List<String> aliases(String container, String network) {
            Endpoint endpoint = engine.containers().inspect(container).networks().get(network);
            return endpoint == null ? List.of() : endpoint.aliases();
        }

        @Test
        void has_a_name_of_its_own() {
            network("net");
            EngineException.Conflict failure = assertThrows(EngineException.Conflict.class, () -> network("net"));
            assertEquals("network " + name("net"), failure.resource());
        }

        @Test
        void is_listed_by_label_and_inspected_by_name() {
            String name = network("net");
            List<NetworkDetails> found = engine.networks().list(NetworkFilter.labelled("contract=" + RUN));
            assertEquals(List.of(name), found.stream().map(NetworkDetails::name).toList());
            assertEquals(found.getFirst().id(), engine.networks().inspect(name).id());
            assertEquals("bridge", found.getFirst().driver());
        }

        @Test
        void connects_containers_under_their_aliases_and_again_after_a_disconnect() {
            String first = network("net1");
            String second = network("net2");
            EndpointSpec endpoint = EndpointSpec.named(name("a"), "web");
            String id = engine.containers().create(spec("a", SLEEP).withConnections(new Connections(first,
                    List.of(new Attachment(first, endpoint), new Attachment(second, endpoint)), List.of()))).id();
            engine.containers().start(id);
            Map<String, Endpoint> connected = engine.containers().inspect(id).networks();
            assertEquals(List.of(first, second), connected.keySet().stream().sorted().toList());
            assertTrue(aliases(id, second).contains("web"));
            engine.networks().disconnect(second, id, true);
            assertFalse(engine.containers().inspect(id).networks().containsKey(second));
            engine.networks().connect(second, id, EndpointSpec.named("other"));
            assertTrue(aliases(id, second).contains("other"));
        }

        @Test
        void stays_while_a_container_uses_it() {
            String network = network("net");
            String id = engine.containers().create(spec("a", SLEEP).withConnections(new Connections(network,
                    List.of(new Attachment(network, EndpointSpec.named("web"))), List.of()))).id();
            engine.containers().start(id);
            assertThrows(EngineException.Conflict.class, () -> engine.networks().remove(network));
            engine.containers().remove(id, true, true);
            engine.networks().remove(network);
            assertThrows(EngineException.NotFound.class, () -> engine.networks().inspect(network));
        }
    }

    @Nested
    class A_volume {
        private VolumeDetails volume(String suffix) {
            return engine.volumes().create(new VolumeSpec(name(suffix), null, Map.of(), labels()));
        }

        @Test
        void is_made_once() {
            assertEquals(volume("vol").mountpoint(), volume("vol").mountpoint());
            assertEquals(1, engine.volumes().list(VolumeFilter.labelled("contract=" + RUN)).size());
        }

        @Test
        void stays_while_a_container_uses_it() {
            VolumeDetails volume = volume("vol");
            String id = engine.containers().create(spec("a", SLEEP)
                    .withMounts(List.of(Mount.volume(volume.name(), "/data", false)))).id();
            assertEquals(volume.name(), engine.containers().inspect(id).mounts().getFirst().name());
            assertThrows(EngineException.Conflict.class, () -> engine.volumes().remove(volume.name(), false));
            engine.containers().remove(id, true, true);
            engine.volumes().remove(volume.name(), false);
            engine.volumes().remove(volume.name(), true);
            assertThrows(EngineException.NotFound.class, () -> engine.volumes().inspect(volume.name()));
        }

        @Test
        void without_a_name_goes_with_its_container_if_asked() {
            String id = engine.containers().create(spec("a", SLEEP)
                    .withMounts(List.of(Mount.volume(null, "/data", false)))).id();
            String volume = engine.containers().inspect(id).mounts().getFirst().name();
            assertFalse(volume.isEmpty());
            engine.containers().remove(id, true, true);
            assertThrows(EngineException.NotFound.class, () -> engine.volumes().inspect(volume));
        }
    }

    @Nested
    class An_image {
        @Test
        void that_is_not_here_is_not_found() {
            assertThrows(EngineException.NotFound.class, () -> engine.images().inspect("jcompose.invalid/none:none"));
        }

        @Test
        void gets_and_loses_names() {
            String reference = "localhost/" + name("image") + ":v1";
            engine.images().tag("busybox:latest", reference);
            assertTrue(engine.images().inspect(reference).tags().contains(reference));
            assertEquals(1, engine.images().list(Images.ImageFilter.named(reference)).size());
            engine.images().remove(reference, false, true);
            assertThrows(EngineException.NotFound.class, () -> engine.images().inspect(reference));
            assertEquals("linux", engine.images().inspect("busybox").os());
        }
    }
}
