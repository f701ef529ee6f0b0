package dev.jcompose;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Containers, networks or volumes as {@code docker inspect} shows them, made comparable: one text a value, by the path
 * that leads to it. What differs between any two runs, and what is empty, is left out.
 */
final class Inspected {
    private static final Set<String> FLEETING = Set.of("Id", "Created", "CreatedAt", "ResolvConfPath", "HostnamePath",
            "HostsPath", "LogPath", "GraphDriver", "State", "NetworkID", "EndpointID", "SandboxID", "SandboxKey",
            "Containers", "com.docker.compose.version", "dev.jcompose.configuration", "dev.jcompose.content-digests",
            "dev.jcompose.file-hash");
    /** Set by docker compose in the place of fixed addresses, and overwritten by the engine at each start. */
    private static final Set<String> NOT_YET = Set.of("IPAddress", "IPv6Gateway");
    private static final Set<String> ORDERED = Set.of("Cmd", "Entrypoint", "Test", "Args");

    private Inspected() {
    }

    /** By name; {@code json} is an array of what was inspected. */
    static Map<String, Map<String, String>> of(String json) throws JsonException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Object each : JsonReader.items(JsonReader.read(json))) {
            Map<String, Object> members = JsonReader.members(each);
            String name = String.valueOf(members.get("Name"));
            if (members.get("Id") instanceof String id) {
                names.put(id, "ID-OF" + name);
                names.put(id.substring(0, 12), "ID-OF" + name);
            }
        }
        for (Object each : JsonReader.items(JsonReader.read(json))) {
            Map<String, String> values = new TreeMap<>();
            flatten("", each, values, names);
            boolean coversId = values.values().stream().anyMatch(value -> value.contains("container:ID-OF"))
                    || values.keySet().stream().anyMatch(key -> key.startsWith("/HostConfig/VolumesFrom"));
            if (coversId) {
                values.remove("/Config/Labels/com.docker.compose.config-hash");
            }
            all.put(String.valueOf(JsonReader.members(each).get("Name")), values);
        }
        return all;
    }

    private static void flatten(String path, Object value, Map<String, String> into, Map<String, String> names) {
        if (value instanceof Map<?, ?> map) {
            if (map.isEmpty() && path.startsWith("/Config/ExposedPorts/")) {
                into.put(path, "{}");
            }
            map.forEach((key, each) -> {
                String name = String.valueOf(key);
                boolean pool = name.equals("IPAM") && !String.valueOf(each).contains("10.214.");
                if (!FLEETING.contains(name) && !NOT_YET.contains(name) && !pool) {
                    flatten(path + "/" + name, each, into, names);
                }
            });
        } else if (value instanceof List<?> list) {
            boolean ordered = ORDERED.contains(path.substring(path.lastIndexOf('/') + 1));
            List<Map<String, String>> items = new ArrayList<>();
            for (Object item : list) {
                Map<String, String> values = new TreeMap<>();
                flatten("", item, values, names);
                items.add(values);
            }
            if (!ordered) {
                items.sort((one, other) -> one.toString().compareTo(other.toString()));
            }
            for (int i = 0; i < items.size(); i++) {
                String item = path + "[" + i + "]";
                items.get(i).forEach((key, each) -> into.put(item + key, each));
            }
        } else if (!isEmpty(value)) {
            into.put(path, lasting(path, String.valueOf(value), names));
        }
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.equals("") || value.equals(false)
                || (value instanceof Number number && number.doubleValue() == 0);
    }

    private static String lasting(String path, String value, Map<String, String> names) {
        String text = value;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        if (path.endsWith("/com.docker.compose.depends_on")) {
            return String.join(",", List.of(text.split(",", -1)).stream().sorted().toList());
        }
        return path.endsWith("-hash") || path.endsWith(".image") || path.equals("/Image")
                ? text
                : text.replaceAll("\\b[0-9a-f]{64}\\b", "RANDOM");
    }
}
