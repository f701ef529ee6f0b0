package dev.jcompose.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.source.Problems;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributePathTest {
    private static final Mapping TREE = tree("""
            x-own: {deep: [[a, b], [c]]}
            services:
              web:
                image: nginx
                ports: [{target: 80}, {target: 81}]
                labels: {org.example: short, org.example.name: shop, "a[0]": brackets, "it's": quote, "": empty}
                init: null
              web.two: {image: two}
              "7": {image: seven}
            """);

    private static Mapping tree(String text) {
        Problems problems = new Problems();
        Node read = YamlReader.read("compose.yaml", text.getBytes(StandardCharsets.UTF_8), false, problems).getFirst();
        problems.throwIfAny();
        return (Mapping) read;
    }

    private static String at(String path) {
        return AttributePath.value(TREE, path).map(node -> node instanceof Scalar scalar
                ? String.valueOf(scalar.value())
                : node.getClass().getSimpleName()).orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            services                                     | Mapping
            services.web.image                           | nginx
            services.web.ports                           | Sequence
            services.web.ports[1].target                 | 81
            services.web.ports[1]['target']              | 81
            x-own.deep[0][1]                             | b
            services.web.init                            | null
            services.7.image                             | seven
            services.web.two.image                       | two
            services['web.two'].image                    | two
            services["web"]["image"]                     | nginx
            services.web.labels.org.example              | short
            services.web.labels.org.example.name         | shop
            services.web.labels["org.example.name"]      | shop
            services.web.labels['a[0]']                  | brackets
            services.web.labels["it's"]                  | quote
            services.web.labels[""]                      | empty
            ['services'].web.image                       | nginx
            """)
    void leads_to_a_value(String path, String value) {
        assertEquals(value, at(path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                | ``
            servces                           | servces
            services.db.image                 | db
            services.web.ports[2]             | [2]
            services.web.ports[-1]            | [-1]
            services.web.ports[99999999999]   | [99999999999]
            services.web.ports[x]             | [x]
            services.web.ports[0              | [0
            services.web.ports.0              | 0
            services.web.image.name           | name
            services.web.image[0]             | [0]
            services.web['imag']              | imag
            services[0]                       | [0]
            services..web                     | ``
            services.                         | ``
            """)
    void leads_nowhere_and_says_from_where_on(String path, String missing) {
        assertTrue(AttributePath.find(TREE, path) instanceof AttributePath.Missing nothing
                && nothing.missing().equals(missing), () -> AttributePath.find(TREE, path).toString());
        assertEquals("nothing", at(path));
    }
}
