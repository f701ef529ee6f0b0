package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other tests of this module show that the validator works without what it would bring along. */
class LibraryTest {
    @ParameterizedTest
    @ValueSource(strings = {"org.apache.commons.validator.routines.EmailValidator", "org.joda.time.DateTime",
            "com.damnhandy.uri.template.UriTemplate", "com.google.re2j.Pattern"})
    void what_the_validator_does_not_need_is_not_there(String absent) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(absent));
    }
}
