package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.format.Ages;
import dev.jcompose.format.Ids;
import dev.jcompose.format.Json;
import dev.jcompose.format.Listing;
import dev.jcompose.format.Sizes;
import dev.jcompose.format.Times;
import dev.jcompose.observe.ImageReference;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code images}. */
public final class ImagesCommand extends Command {
    private static final int LEAST_WIDTH = 20;
    private static final String NONE = "<none>";

    private final Text format = syntax.text("--format", "string",
            "table or json", "table").among("table", "json");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show ids only");
    private final Texts services = syntax.arguments("SERVICE");

    public ImagesCommand() {
        super("images", "List images that the containers are made from");
        syntax.example("jcompose images");
        syntax.example("jcompose images --format json web");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Map<String, Optional<ImageDetails>> images = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ObservedContainer container : containers(session)) {
            String id = container.summary().imageId();
            Optional<ImageDetails> image = images.computeIfAbsent(id, key -> inspect(session, key));
            rows.add(row(container, id, image, session.now()));
        }
        if (quiet.on()) {
            rows.stream().map(row -> String.valueOf(row.get("ID"))).distinct()
                    .forEach(id -> session.out().println(id.replaceFirst("^sha256:", "")));
        } else if (format.required().equals("json")) {
            rows.forEach(row -> row.keySet().removeAll(List.of("ShortID", "HumanSize", "Age")));
            session.out().println(Json.of(rows));
        } else if (format.given() && !format.required().startsWith("table") && !format.required().contains("{{")) {
            throw new UsageException("format value \"" + format.required()
                    + "\" could not be parsed: use table, json or a template with {{ }}");
        } else {
            session.out().print(Listing.of(LEAST_WIDTH, rows, "ContainerName=CONTAINER", "Repository=REPOSITORY",
                    "Tag=TAG", "Platform=PLATFORM", "ShortID=IMAGE ID", "HumanSize=SIZE", "Age=CREATED")
                    .print(format.required(), session.tableWidth()));
        }
        return ExitCode.OK;
    }

    private List<ObservedContainer> containers(Session session) {
        return Observer.containers(session.engine(), session.projectName()).stream()
                .filter(container -> services.values().isEmpty() || services.values().contains(container.service()))
                .sorted(ObservedContainer.BY_NAME).toList();
    }

    private static Optional<ImageDetails> inspect(Session session, String id) {
        try {
            return Optional.of(session.engine().images().inspect(id));
        } catch (EngineException.NotFound removed) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> row(ObservedContainer container, String id, Optional<ImageDetails> image,
            Instant now) {
        List<String> tags = image.map(ImageDetails::tags).orElse(List.of());
        String asked = ImageReference.familiar(container.summary().image());
        String reference = tags.contains(asked) ? asked : tags.stream().findFirst().orElse("");
        int colon = reference.lastIndexOf(':');
        Instant created = image.map(ImageDetails::created).orElse(null);
        Instant tagged = image.map(ImageDetails::lastTagTime).orElse(null);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("ContainerName", container.name());
        row.put("Repository", colon < 0 ? NONE : reference.substring(0, colon));
        row.put("Tag", colon < 0 ? NONE : reference.substring(colon + 1));
        row.put("Platform", image.map(ImageDetails::platform).orElse(NONE));
        row.put("Size", image.map(ImageDetails::size).orElse(0L));
        row.put("Created", created == null ? "" : Times.text(created));
        row.put("LastTagTime",
                image.map(ImageDetails::lastTagTime).map(Times::text).orElse("0001-01-01T00:00:00Z"));
        row.put("ShortID", Ids.shortened(id));
        row.put("HumanSize", Sizes.decimal(image.map(ImageDetails::size).orElse(0L)));
        row.put("Age", tagged == null ? "N/A" : Ages.ago(tagged, now));
        return row;
    }
}
