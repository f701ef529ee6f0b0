package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Dates may only stand in extensions, where the schema does not look; they become texts as RFC 3339 has them. */
final class DateTexts {
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:MM", "Z")
            .toFormatter();

    private DateTexts() {
    }

    static Mapping in(Mapping tree) {
        return hasDates(tree) ? EachEntry.of(tree, (name, value) -> texts(value)) : tree;
    }

    private static boolean hasDates(Node node) {
        return switch (node) {
            case Mapping mapping -> mapping.entries().values().stream().anyMatch(entry -> hasDates(entry.value()));
            case Sequence sequence -> sequence.items().stream().anyMatch(DateTexts::hasDates);
            case Scalar scalar -> scalar.value() instanceof OffsetDateTime;
        };
    }

    private static Node texts(Node node) {
        return switch (node) {
            case Mapping mapping -> EachEntry.of(mapping, (name, value) -> texts(value));
            case Sequence sequence -> sequence.withItems(sequence.items().stream().map(DateTexts::texts).toList());
            case Scalar scalar -> scalar.value() instanceof OffsetDateTime time
                    ? new Scalar(RFC_3339.format(time), scalar.text(), false, scalar.origin(), scalar.mergeTag())
                    : scalar;
        };
    }
}
