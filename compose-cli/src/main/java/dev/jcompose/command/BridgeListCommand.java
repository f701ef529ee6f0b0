package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.bridge.Transformations;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.format.Ids;
import dev.jcompose.format.Json;
import dev.jcompose.format.Listing;
import dev.jcompose.format.Sizes;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bridge transformations list}. */
public final class BridgeListCommand extends Command {
    private static final int LEAST_WIDTH = 20;
    private static final String NONE = "<none>";

    private final Text format = syntax.text("--format", "string",
            "table or json", "table").among("table", "json");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show names only");

    /** Under its name, or its short one. */
    public BridgeListCommand(String name) {
        super(name, "List the transformations that the engine has");
        syntax.example("jcompose bridge transformations ls --format json");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ImageSummary image : new Transformations(session.engine()).list()) {
            for (String tag : image.tags().isEmpty() ? List.of(NONE + ":" + NONE) : image.tags()) {
                rows.add(row(image, tag));
            }
        }
        if (quiet.on()) {
            rows.forEach(row -> session.out().println(row.get("Repository") + ":" + row.get("Tag")));
        } else if (format.required().equals("json")) {
            session.out().println(Json.of(rows));
        } else {
            session.out().print(Listing.of(LEAST_WIDTH, rows, "ID=IMAGE ID", "Repository=REPO", "Tag=TAGS",
                    "Size=SIZE").print(format.required(), session.tableWidth()));
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> row(ImageSummary image, String tag) {
        int colon = tag.lastIndexOf(':');
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", Ids.shortened(image.id()));
        row.put("Repository", tag.substring(0, colon));
        row.put("Tag", tag.substring(colon + 1));
        row.put("Size", Sizes.decimal((double) image.size()));
        return row;
    }
}
