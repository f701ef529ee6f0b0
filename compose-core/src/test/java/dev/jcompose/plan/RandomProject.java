package dev.jcompose.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/** Projects called {@code shop}, made up from a seed: the same seed gives the same project. */
final class RandomProject {
    private static final List<String> CONDITIONS = List.of("service_started", "service_healthy",
            "service_completed_successfully");

    /** One each of what an attribute can be: a scalar, a list, a mapping, something that belongs to the project. */
    private static final List<String> ATTRIBUTES = List.of("command: [sleep, \"1\"]", "init: true", "tmpfs: [/tmp]",
            "labels: {a: b}", "restart: always", "cap_add: [NET_ADMIN]", "stop_grace_period: 1s", "user: nobody",
            "healthcheck: {test: [CMD, \"true\"], interval: 1s}", "expose: [\"80\"]", "privileged: true",
            "configs: [{source: key, target: /key}]", "secrets: [{source: word, target: /run/secrets/word}]",
            "ports: [{mode: ingress, target: 80, protocol: tcp}]", "extra_hosts: [\"one=127.0.0.1\"]",
            "external_links: [somebody]", "sysctls: {net.ipv4.ip_forward: \"1\"}", "attach: false");
    private static final List<String> NEIGHBOURS = List.of("network_mode: service:%s", "pid: service:%s",
            "ipc: service:%s", "volumes_from: [%s]", "links: [%s]");

    private final Random random;
    private final List<String> services = new ArrayList<>();
    /** Services without containers, which can share nothing. */
    private final Set<Integer> none = new HashSet<>();

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
                  back: {name: shop_back, labels: {of: "%d"}}
                  shared: {name: shared, external: true}
                volumes:
                  data: {name: shop_data, labels: {of: "%d"}}
                  foreign: {name: foreign, external: true}
                configs: {key: {name: shop_key, content: "%d"}}
                secrets: {word: {name: shop_word, file: /word}}
                """.formatted(project.random.nextInt(3), project.random.nextInt(3), project.random.nextInt(3));
    }

    /** Depends only on services of smaller numbers, so that there is no circle. */
    private String service(int number) {
        StringBuilder text = new StringBuilder("  s" + number + ":\n");
        text.append("    image: image").append(random.nextInt(3)).append('\n');
        text.append("    environment: {LEVEL: l").append(random.nextInt(2)).append("}\n");
        switch (random.nextInt(8)) {
            case 0, 1 -> text.append("    scale: ").append(scale(number)).append('\n');
            case 2 -> text.append("    container_name: fixed-").append(number).append('\n');
            default -> text.append("    stdin_open: false\n");
        }
        List<String> attributes = new ArrayList<>(ATTRIBUTES);
        Collections.shuffle(attributes, random);
        attributes.subList(0, random.nextInt(4)).forEach(each -> text.append("    ").append(each).append('\n'));
        int shared = number > 0 && random.nextInt(4) == 0 ? random.nextInt(number) : -1;
        shared = none.contains(shared) ? -1 : shared;
        String neighbour = shared < 0 ? "" : NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()));
        if (shared >= 0) {
            text.append("    ").append(neighbour.formatted("s" + shared)).append('\n');
        }
        if (!neighbour.startsWith("network_mode")) {
            text.append("    networks: {").append(some(random.nextInt(3),
                    i -> List.of("default", "back", "shared").get(i) + ": null")).append("}\n");
        }
        text.append("    volumes: [").append(some(random.nextInt(4),
                i -> "{type: volume, " + List.of("source: data, ", "source: foreign, ", "", "source: data, ").get(i)
                        + "target: /v" + i + ", volume: {}}"))
                .append("]\n");
        text.append("    depends_on: {").append(dependencies(number, shared)).append("}\n");
        return text.toString();
    }

    private int scale(int number) {
        int scale = random.nextInt(4);
        if (scale == 0) {
            none.add(number);
        }
        return scale;
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
