package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineOptionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"--tlscacert", "--tlscert", "--tlskey"})
    void a_file_that_is_not_there_is_named_with_its_option(String option) {
        GlobalOptions options = new GlobalOptions();
        options.syntax().parse(List.of("--host", "tcp://127.0.0.1:1", option, "/nosuch/file.pem"));
        UsageException mistake = assertThrows(UsageException.class, () -> EngineOptions.host(Map.of(), options));
        assertEquals(option + ": there is no file /nosuch/file.pem", mistake.getMessage());
    }
}
