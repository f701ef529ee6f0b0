package dev.jcompose.load;

import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Mapping.Entry;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of the first format have their services at the top level, and some attributes under other names. */
final class FirstFormat {
    private FirstFormat() {
    }

    /** The document with its services under {@code services}; as it is if it is of a later format. */
    static Mapping run(Mapping document, LoadContext context) {
        if (document.entries().isEmpty() || !document.entries().values().stream().allMatch(FirstFormat::isService)) {
            return document;
        }
        context.warnOnce("first format " + document.position().file(),
                () -> Problem.warning(document.position(), YamlPath.ROOT,
                        "services stand at the top level, the first format",
                        "indent them below 'services:'"));
        Map<String, Entry> services = new LinkedHashMap<>();
        document.entries().forEach((name, entry) -> services.put(name, new Entry(entry.keyPosition(),
                entry.value() instanceof Mapping service ? service(service) : entry.value())));
        return Mapping.empty(document.origin()).with("services", document.withEntries(services));
    }

    private static boolean isService(Entry entry) {
        return entry.value() instanceof Mapping mapping
                && (mapping.get("image") instanceof Scalar || mapping.get("build") instanceof Scalar);
    }

    private static Mapping service(Mapping written) {
        Mapping service = written;
        if (written.get("dockerfile") instanceof Scalar dockerfile && written.get("build") instanceof Scalar context) {
            service = service.without("dockerfile")
                    .with("build", Mapping.empty(context.origin())
                            .with("context", context)
                            .with("dockerfile", dockerfile));
        }
        if (written.get("net") instanceof Scalar net) {
            service = service.without("net").with("network_mode", net);
        }
        Node driver = written.get("log_driver");
        Node options = written.get("log_opt");
        if (driver != null || options != null) {
            Mapping logging = Mapping.empty(driver != null ? driver.origin() : written.origin());
            logging = driver == null ? logging : logging.with("driver", driver);
            logging = options == null ? logging : logging.with("options", options);
            service = service.without("log_driver").without("log_opt").with("logging", logging);
        }
        return service;
    }
}
