package dev.jcompose.plan;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.VolumeSpec;
import dev.jcompose.model.Dependency;
import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.model.Model;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One engine write, or one wait. */
public sealed interface Action {
    /** What it is done to: {@code container}, {@code network}, {@code volume}, {@code image} or {@code service}. */
    String kind();

    /** The name of what it is done to. */
    String name();

    /** What is done, in the engine's word. */
    String verb();

    /** Whether the engine's state is another afterwards. */
    default boolean changes() {
        return true;
    }

    /** An action on a network. */
    sealed interface OnNetwork extends Action {
        @Override
        default String kind() {
            return "network";
        }
    }

    /** An action on a volume. */
    sealed interface OnVolume extends Action {
        @Override
        default String kind() {
            return "volume";
        }
    }

    /** An action on an image. */
    sealed interface OnImage extends Action {
        @Override
        default String kind() {
            return "image";
        }
    }

    /** An action on a container. */
    sealed interface OnContainer extends Action {
        /** The container. */
        ContainerRef container();

        @Override
        default String kind() {
            return "container";
        }

        @Override
        default String name() {
            return container().name();
        }
    }

    /** Makes a network. */
    record CreateNetwork(NetworkSpec spec) implements OnNetwork {
        @Override
        public String name() {
            return spec.name();
        }

        @Override
        public String verb() {
            return "create";
        }
    }

    /** Removes a network; one that is gone or in use is passed over. */
    record RemoveNetwork(String name, String id) implements OnNetwork {
        @Override
        public String verb() {
            return "remove";
        }
    }

    /** Takes a container off a network, running or not. */
    record DisconnectNetwork(String name, ContainerRef container) implements OnNetwork {
        @Override
        public String verb() {
            return "disconnect";
        }
    }

    /** Puts a container that exists on a network, under the names and addresses it had. */
    record ConnectNetwork(String name, ContainerRef container, EndpointSpec endpoint) implements OnNetwork {
        @Override
        public String verb() {
            return "connect";
        }
    }

    /** Makes a volume. */
    record CreateVolume(VolumeSpec spec) implements OnVolume {
        @Override
        public String name() {
            return spec.name();
        }

        @Override
        public String verb() {
            return "create";
        }
    }

    /** Removes a volume and what is in it; one that is gone or in use is passed over. */
    record RemoveVolume(String name) implements OnVolume {
        @Override
        public String verb() {
            return "remove";
        }
    }

    /** Removes an image; one that is gone or in use is passed over. */
    record RemoveImage(String name) implements OnImage {
        @Override
        public String verb() {
            return "remove";
        }
    }

    /**
     * Fetches an image from its registry.
     *
     * @param services
     *            who uses it
     * @param buildable
     *            whether a failure is not the end, because some service can build it or nobody minds
      */
    record PullImage(String name, @Nullable String platform, List<String> services,
            boolean buildable) implements OnImage {
        @Override
        public String verb() {
            return "pull";
        }
    }

    /**
     * Sends an image to its registry.
     *
     * @param required
     *            whether the plan fails where it cannot be sent; else that is only told
     */
    record PushImage(String name, @Nullable String platform, boolean required) implements OnImage {
        @Override
        public String verb() {
            return "push";
        }

        @Override
        public boolean changes() {
            return false;
        }
    }

    /** Builds images together; those that others are built upon come first. */
    record BuildImages(Project project, List<BuildTarget> targets, BuildOptions options) implements OnImage {
        public BuildImages { targets = List.copyOf(targets); }

        @Override
        public String name() {
            return targets.stream().map(BuildTarget::image).collect(Collectors.joining(", "));
        }

        @Override
        public String verb() {
            return "build";
        }
    }

    /**
     * Makes a container.
     *
     * @param spec
     *            all of it but what is known only when it is made
     * @param late
     *            what that is
     */
    record CreateContainer(ContainerRef container, ContainerSpec spec, LateParts late) implements OnContainer {
        @Override
        public String verb() {
            return "create";
        }
    }

    /** Copies configs and secrets in, if any, and starts a container; one that runs is left alone. */
    record StartContainer(ContainerRef container, List<InjectedFile> files) implements OnContainer {
        @Override
        public String verb() {
            return "start";
        }
    }

    /** Runs commands in a container after its start, one after another; the first that fails fails the step. */
    record RunHooks(ContainerRef container, String service, List<Hook> hooks) implements OnContainer {
        @Override
        public String verb() {
            return "post_start";
        }
    }

    /**
     * Runs a container of its own to its end, before the first container of a service starts; it is removed if it
     * ends with 0, and stays to be looked into if not.
     *
     * @param index
     *            its place among the service's hooks, from 0
     * @param replica
     *            whose volumes it shares
     * @param spec
     *            all of it but what is known only when it is made
     * @param late
     *            what that is
     */
    record RunPreStart(Service service, int index, ContainerRef replica, ContainerSpec spec,
            LateParts late) implements Action {
        @Override
        public String kind() {
            return "service";
        }

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public String verb() {
            return "pre_start";
        }
    }

    /** Runs the {@code pre_stop} hooks and stops a container. Timeout: null for its own. */
    record StopContainer(ContainerRef container, @Nullable Duration timeout,
            List<Hook> preStop) implements OnContainer {
        @Override
        public String verb() {
            return "stop";
        }
    }

    /** Sends a signal. */
    record KillContainer(ContainerRef container, String signal) implements OnContainer {
        @Override
        public String verb() {
            return "kill";
        }
    }

    /** Removes a container, by force; with its anonymous volumes if so wanted. */
    record RemoveContainer(ContainerRef container, boolean volumes) implements OnContainer {
        @Override
        public String verb() {
            return "remove";
        }
    }

    /** Gives a container another name. */
    record RenameContainer(ContainerRef container, String to) implements OnContainer {
        @Override
        public String verb() {
            return "rename";
        }
    }

    /** Restarts a container, with its {@code pre_stop} hooks first. */
    record RestartContainer(ContainerRef container, @Nullable Duration timeout,
            List<Hook> preStop) implements OnContainer {
        @Override
        public String verb() {
            return "restart";
        }
    }

    /** Suspends a container. */
    record PauseContainer(ContainerRef container) implements OnContainer {
        @Override
        public String verb() {
            return "pause";
        }
    }

    /** Lets a suspended container go on. */
    record UnpauseContainer(ContainerRef container) implements OnContainer {
        @Override
        public String verb() {
            return "unpause";
        }
    }

    /**
     * Has the program of a service do its part in the engine's place.
     *
     * @param command
     *            {@code up}, {@code stop} or {@code down}
     */
    record RunProvider(Project project, Service service, String command) implements Action {
        @Override
        public String kind() {
            return "service";
        }

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public String verb() {
            return command;
        }

        /** Only the program knows whether {@code up} or {@code stop} has anything to do; it is asked each time. */
        @Override
        public boolean changes() {
            return command.equals("down");
        }
    }

    /** Sees to it that a model is there and set up; asked each time, as a provider is. */
    record PrepareModel(Project project, Model model) implements Action {
        @Override
        public String kind() {
            return "model";
        }

        @Override
        public String name() {
            return model.name() == null ? model.key() : model.name();
        }

        @Override
        public String verb() {
            return "configure";
        }

        @Override
        public boolean changes() {
            return false;
        }
    }

    /**
     * Waits until a service's containers are as a dependent, or the user, needs them.
     *
     * @param name
     *            the service
     * @param required
     *            whether the plan fails where they never are; else dependents go on
     */
    record AwaitService(String name, List<ContainerRef> containers, Dependency.Condition condition, boolean required)
            implements
                Action {
        @Override
        public String kind() {
            return "service";
        }

        @Override
        public String verb() {
            return "await";
        }

        @Override
        public boolean changes() {
            return false;
        }
    }
}
