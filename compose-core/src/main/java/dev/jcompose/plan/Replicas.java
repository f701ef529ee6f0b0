package dev.jcompose.plan;

import dev.jcompose.model.Service;
import dev.jcompose.source.ComposeException;

/** How many containers a service is to have. */
final class Replicas {
    private Replicas() {
    }

    /**
     * The number asked for with {@code --scale}, else the file's.
     *
     * @throws FixedNameException
     *             if more than one is wanted of a service whose container has a name of its own
     */
    static int of(Service service, UpOptions options) {
        Integer asked = options.scale().get(service.name());
        int wanted = asked == null ? service.replicas() : asked;
        String fixed = service.metadata().containerName();
        if (wanted > 1 && fixed != null) {
            throw new FixedNameException(service.name(), fixed, wanted);
        }
        return wanted;
    }

    /** Several containers cannot have one name. */
    static final class FixedNameException extends ComposeException {
        private static final long serialVersionUID = 1L;

        FixedNameException(String service, String name, int wanted) {
            super("services." + service + ": cannot have " + wanted + " containers, because container_name is \"" + name
                    + "\" and names are unique; remove container_name to scale the service");
        }
    }
}
