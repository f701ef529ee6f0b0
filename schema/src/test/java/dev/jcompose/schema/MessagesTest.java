package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of each mistake in {@code messages.tsv}, in a whole document and in a part of one. */
class MessagesTest {
    @TestFactory
    Stream<DynamicTest> messages() {
        return Table.read("messages.tsv").stream().map(line -> DynamicTest.dynamicTest(line.get(2), () -> {
            List<Object> place = Table.place(line.get(0));
            @Nullable
            Object value = Table.json(line.get(1));
            assertEquals(line.get(2), said(SchemaValidator.check(Table.document(place, value))));
            assertEquals(line.get(2), said(SchemaValidator.check(place, value)));
        }));
    }

    private static String said(List<Violation> violations) {
        return String.join("\n", violations.stream().map(Violation::toString).toList());
    }
}
