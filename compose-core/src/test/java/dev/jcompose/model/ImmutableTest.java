package dev.jcompose.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.load.LoadedProject;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever has a project, or gave what it was made of, cannot change it. */
class ImmutableTest {
    @TestFactory
    Stream<DynamicTest> collections_are_copied_in_and_cannot_be_changed() throws IOException, URISyntaxException {
        List<Class<?>> records = new ArrayList<>(List.of(LoadedProject.class));
        URI classes = Project.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        String folder = Project.class.getPackageName().replace('.', '/');
        try (Stream<Path> files = Files.list(Path.of(classes).resolve(folder))) {
            files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".class")).sorted()
                    .map(name -> loaded(Project.class.getPackageName() + "." + name.replace(".class", "")))
                    .filter(Class::isRecord).forEach(records::add);
        }
        assertTrue(records.size() > 30, records::toString);
        return records.stream().map(record -> DynamicTest.dynamicTest(record.getSimpleName(), () -> check(record)));
    }

    private static void check(Class<?> record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        @Nullable
        Object[] given = Arrays.stream(components).map(each -> value(each.getType())).toArray();
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object made = constructor.newInstance(given);
        for (int i = 0; i < components.length; i++) {
            assertTrue(!components[i].getType().isArray(), components[i] + " is an array, which anybody may change");
            components[i].getAccessor().setAccessible(true);
            Object held = components[i].getAccessor().invoke(made);
            if (given[i] instanceof Collection<?>) {
                raw(given[i]).add("later");
                assertEquals(0, raw(held).size(), components[i] + " is not copied");
                assertThrows(UnsupportedOperationException.class, () -> raw(held).add("x"), components[i].toString());
            } else if (given[i] instanceof Map<?, ?>) {
                rawMap(given[i]).put("later", "x");
                assertEquals(0, rawMap(held).size(), components[i] + " is not copied");
                assertThrows(UnsupportedOperationException.class, () -> rawMap(held).put("x", "x"),
                        components[i].toString());
            }
        }
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == List.class || type == Collection.class) {
            return new ArrayList<>();
        }
        if (type == Map.class) {
            return new LinkedHashMap<>();
        }
        if (type == Set.class) {
            return new LinkedHashSet<>();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        return type == long.class ? (Object) 1L : type == double.class ? (Object) 1.0 : null;
    }

    @SuppressWarnings("unchecked")
    private static Collection<Object> raw(@Nullable Object collection) {
        return (Collection<Object>) Objects.requireNonNull(collection);
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> rawMap(@Nullable Object map) {
        return (Map<Object, Object>) Objects.requireNonNull(map);
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
