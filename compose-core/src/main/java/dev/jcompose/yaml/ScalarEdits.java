package dev.jcompose.yaml;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Changes single values in the text of a file and leaves everything else of it as it is written. */
public final class ScalarEdits {
    private ScalarEdits() {
    }

    /**
     * The text with other values.
     *
     * @param file
     *            the name that the positions carry
     * @param text
     *            YAML
     * @param values
     *            by the position of the value that each takes the place of; letters, digits, {@code . _ -} only, so
     *            that they need no quotes
     * @throws InvalidProjectException
     *             if the text is not YAML
     */
    public static String apply(String file, String text, Map<Position, String> values) {
        if (values.isEmpty()) {
            return text;
        }
        StringBuilder edited = new StringBuilder();
        int done = 0;
        try {
            for (Event event : new Parse(LoadSettings.builder().setLabel(file).setUseMarks(true)
                    .setCodePointLimit(Integer.MAX_VALUE).build()).parseString(text)) {
                if (event instanceof ScalarEvent scalar && scalar.getStartMark().isPresent()
                        && scalar.getEndMark().isPresent()) {
                    Mark start = scalar.getStartMark().get();
                    String value = values.get(new Position(file, start.getLine() + 1, start.getColumn() + 1));
                    if (value != null) {
                        int from = text.offsetByCodePoints(0, start.getIndex());
                        edited.append(text, done, from).append(value);
                        done = text.offsetByCodePoints(from, scalar.getEndMark().get().getIndex() - start.getIndex());
                    }
                }
            }
        } catch (YamlEngineException e) {
            throw new InvalidProjectException(
                    Problem.error(new Position(file, 1, 1), YamlPath.ROOT, "not YAML: " + e.getMessage()));
        }
        return edited.append(text, done, text.length()).toString();
    }
}
