package dev.jcompose.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Projects called {@code shop}, made up from a seed: the same seed gives the same project. */
final class RandomProject {
    private static final List<String> CONDITIONS = List.of("service_started", "service_healthy",
            "service_completed_successfully");

    private final Random random;
    private final List<String> services = new ArrayList<>();

    private RandomProject(long seed) {
        this.random = new Random(seed);
        int count = 1 + random.nextInt(12);
        for (int number = 0; number < count; number++) {
            services.add(service(number));
        }
    }

    /** Canonical YAML, with the services in one order or another. */
    static String yaml(long seed, long order) {
        RandomProject project = new RandomProject(seed);
        List<String> services = new ArrayList<>(project.services);
        Collections.shuffle(services, new Random(order));
        return "services:\n" + String.join("", services) + """
                networks:
                  default: {name: shop_default}
                  back: {name: shop_back}
                  shared: {name: shared, external: true}
                volumes:
                  data: {name: shop_data}
                  foreign: {name: foreign, external: true}
                """;
    }

    /** Depends only on services of smaller numbers, so that there is no circle. */
    private String service(int number) {
        StringBuilder text = new StringBuilder("  s" + number + ":\n");
        text.append("    image: image").append(random.nextInt(3)).append('\n');
        text.append("    environment: {LEVEL: l").append(random.nextInt(2)).append("}\n");
        if (random.nextInt(4) == 0) {
            text.append("    scale: ").append(1 + random.nextInt(3)).append('\n');
        }
        int shared = number > 0 && random.nextInt(5) == 0 ? random.nextInt(number) : -1;
        if (shared >= 0) {
            text.append("    network_mode: service:s").append(shared).append('\n');
        } else {
            text.append("    networks: {").append(some(random.nextInt(3),
                    i -> List.of("default", "back", "shared").get(i) + ": null")).append("}\n");
        }
        text.append("    volumes: [").append(some(random.nextInt(3),
                i -> "{type: volume, source: " + List.of("data", "foreign", "data").get(i) + ", target: /v" + i
                        + ", volume: {}}"))
                .append("]\n");
        text.append("    depends_on: {").append(dependencies(number, shared)).append("}\n");
        return text.toString();
    }

    /** Who shares a network depends on its owner, as the loader has it. */
    private String dependencies(int number, int shared) {
        return some(number == 0 ? 0 : Math.max(shared + 1, random.nextInt(Math.min(number, 3) + 1)),
                i -> "s" + i + ": " + (i == shared
                        ? "{condition: service_started, required: true, restart: true}"
                        : "{condition: " + CONDITIONS.get(random.nextInt(3)) + ", required: " + random.nextBoolean()
                                + ", restart: " + random.nextBoolean() + "}"));
    }

    private static String some(int count, IntFunction<String> item) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.apply(i));
        }
        return String.join(", ", items);
    }
}
