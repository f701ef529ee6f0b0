package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the library's tree of failures into a flat list for people. Where a value may have one of several forms, the
 * library reports a failure for each; only the form that the author meant, told by the type of the value, is spoken of.
 */
final class Explanation {
    private final Document document;
    private final Wording wording;

    /** So many are looked into; nobody reads on after that. */
    private static final int MOST_FAILURES = 2_000;

    /** A failure that is due to the value itself and not to a form that was not meant. */
    record Failure(List<Object> pointer, String keyword, Schema schema, Set<ValueType> expected) {}

    Explanation(@Nullable Object part, List<?> place) {
        this.document = new Document(part);
        this.wording = new Wording(document, List.copyOf(place));
    }

    List<Violation> of(ValidationException invalid) {
        List<Failure> failures = new ArrayList<>();
        collect(invalid, failures);
        Set<Violation> violations = new LinkedHashSet<>();
        Set<List<Object>> told = new HashSet<>();
        for (Failure failure : failures) {
            if (!failure.keyword().equals("additionalProperties") || told.add(failure.pointer())) {
                violations.addAll(wording.of(failure));
            }
        }
        List<Violation> sorted = new ArrayList<>(violations);
        sorted.sort(Comparator.comparing(Violation::pointer, wording.documentOrder()));
        sorted.sort(Comparator.comparingInt(each -> -each.pointer().size()));
        return sorted;
    }

    private void collect(ValidationException failure, List<Failure> into) {
        if (into.size() == MOST_FAILURES) {
            return;
        }
        Set<ValueType> expected = expectedInstead(failure, pointer(failure));
        List<ValidationException> causes = failure.getCausingExceptions();
        if (!expected.isEmpty()) {
            into.add(new Failure(pointer(failure), "type", failure.getViolatedSchema(), expected));
        } else if (causes.isEmpty()) {
            into.add(new Failure(pointer(failure), keyword(failure), failure.getViolatedSchema(), Set.of()));
        } else if (keyword(failure).equals("anyOf")) {
            causes.stream().filter(cause -> expectedInstead(cause, pointer(failure)).isEmpty()).findFirst()
                    .ifPresent(meant -> collect(meant, into));
        } else {
            causes.forEach(cause -> collect(cause, into));
        }
    }

    /** The types that were expected at a place; empty if the type of the value there is not what is wrong. */
    private Set<ValueType> expectedInstead(ValidationException failure, List<Object> place) {
        Set<ValueType> expected = new LinkedHashSet<>();
        if (!pointer(failure).equals(place)) {
            return expected;
        }
        switch (keyword(failure)) {
            case "type" -> expected.add(ValueType.wantedBy(failure.getViolatedSchema()));
            case "anyOf", "allOf" -> {
                for (ValidationException cause : failure.getCausingExceptions()) {
                    Set<ValueType> each = expectedInstead(cause, place);
                    if (each.isEmpty() && keyword(failure).equals("anyOf")) {
                        return Set.of();
                    }
                    expected.addAll(each);
                }
            }
            default -> {
                // any other keyword speaks of a value that has the right type
            }
        }
        return expected;
    }

    private List<Object> pointer(ValidationException failure) {
        return document.pointer(failure.getPointerToViolation());
    }

    private static String keyword(ValidationException failure) {
        String keyword = failure.getKeyword();
        return keyword == null ? "" : keyword;
    }
}
