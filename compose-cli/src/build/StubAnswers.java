import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the stub engine says. It remembers what was created, so that plans find what they made, and everything that was
 * started is healthy at once.
 */
final class StubAnswers {
    private static final String IMAGE = "sha256:" + "a".repeat(64);
    private static final Pattern QUERY_NAME = Pattern.compile("[?&]name=([^&]*)");

    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Map<String, Resource> networks = new LinkedHashMap<>();
    private final Map<String, Resource> volumes = new LinkedHashMap<>();
    private int made;

    /** A network or a volume. */
    private record Resource(String id, String name, String labels) {
    }

    /** A container; its state is the engine's word. */
    private record Container(String id, String name, String image, String labels, String state) {
        Container in(String other) {
            return new Container(id, name, image, labels, other);
        }
    }

    /** An answer; {@code hijacked} if the connection is a stream from then on. */
    record Answer(int status, String type, byte[] body, boolean hijacked) {
        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8), false);
        }

        static Answer stream(boolean hijacked) {
            byte[] text = "2026-01-01T00:00:00.000000001Z ready\n".getBytes(StandardCharsets.US_ASCII);
            ByteBuffer frame = ByteBuffer.allocate(8 + text.length).put((byte) 1).position(4).putInt(text.length)
                    .put(text);
            return new Answer(200, "application/vnd.docker.multiplexed-stream", frame.array(), hijacked);
        }
    }

    synchronized Answer to(String method, String target, String body) {
        String path = target.replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "");
        String[] parts = path.split("/");
        String id = parts.length > 2 ? parts[2] : "";
        String verb = parts.length > 3 ? parts[3] : "";
        return switch (parts[1]) {
            case "_ping" -> new Answer(200, "text/plain", "OK".getBytes(StandardCharsets.US_ASCII), false);
            case "version" -> Answer.json(200,
                    "{\"Version\":\"28.5.2\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\",\"Os\":\"linux\"}");
            case "containers" -> containers(method, id, verb, target, body);
            case "networks" -> networks(method, id, body);
            case "volumes" -> volumes(method, id, body);
            case "images" -> id.equals("json") ? Answer.json(200, "[" + image() + "]") : Answer.json(200, image());
            case "exec" -> verb.equals("start")
                    ? Answer.stream(true)
                    : Answer.json(200, "{\"ID\":\"e\",\"Running\":false,\"ExitCode\":0,\"ContainerID\":\"c\"}");
            default -> Answer.json(404, "{\"message\":\"no such thing: " + path + "\"}");
        };
    }

    private Answer containers(String method, String id, String verb, String target, String body) {
        if (id.equals("json")) {
            return Answer.json(200, containers.values().stream().map(this::summary)
                    .collect(Collectors.joining(",", "[", "]")));
        }
        if (id.equals("create")) {
            Container container = new Container(newId(), find(QUERY_NAME, target), text(body, "Image"),
                    object(body, "Labels"), "created");
            containers.put(container.id(), container);
            return Answer.json(201, "{\"Id\":\"" + container.id() + "\",\"Warnings\":[]}");
        }
        Container container = containers.values().stream()
                .filter(each -> each.id().equals(id) || each.name().equals(id)).findFirst().orElse(null);
        if (container == null) {
            return Answer.json(404, "{\"message\":\"No such container: " + id + "\"}");
        }
        if (method.equals("DELETE")) {
            containers.remove(container.id());
            return Answer.json(204, "");
        }
        return switch (verb) {
            case "json" -> Answer.json(200, details(container));
            case "start", "restart" -> moved(container, "running");
            case "stop", "kill" -> moved(container, "exited");
            case "wait" -> Answer.json(200, "{\"StatusCode\":0}");
            case "logs" -> Answer.stream(false);
            case "attach" -> Answer.stream(true);
            case "exec" -> Answer.json(201, "{\"Id\":\"e\"}");
            case "top" -> Answer.json(200, "{\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"1\",\"serve\"]]}");
            default -> Answer.json(204, "");
        };
    }

    private Answer moved(Container container, String state) {
        containers.put(container.id(), container.in(state));
        return Answer.json(204, "");
    }

    private Answer networks(String method, String id, String body) {
        if (id.equals("create")) {
            Resource network = new Resource(newId(), text(body, "Name"), object(body, "Labels"));
            networks.put(network.id(), network);
            return Answer.json(201, "{\"Id\":\"" + network.id() + "\",\"Warning\":\"\"}");
        }
        if (method.equals("DELETE")) {
            networks.values().removeIf(network -> network.id().equals(id) || network.name().equals(id));
            return Answer.json(204, "");
        }
        return Answer.json(200, networks.values().stream()
                .map(network -> "{\"Name\":\"" + network.name() + "\",\"Id\":\"" + network.id()
                        + "\",\"Driver\":\"bridge\",\"Scope\":\"local\",\"IPAM\":{\"Driver\":\"default\","
                        + "\"Config\":[{\"Subnet\":\"172.18.0.0/16\"}]},\"Options\":{},\"Labels\":" + network.labels()
                        + "}")
                .collect(Collectors.joining(",", "[", "]")));
    }

    private Answer volumes(String method, String id, String body) {
        if (id.equals("create")) {
            Resource volume = new Resource(newId(), text(body, "Name"), object(body, "Labels"));
            volumes.put(volume.name(), volume);
            return Answer.json(201, json(volume));
        }
        if (method.equals("DELETE")) {
            volumes.remove(id);
            return Answer.json(204, "");
        }
        return Answer.json(200, volumes.values().stream().map(StubAnswers::json)
                .collect(Collectors.joining(",", "{\"Volumes\":[", "],\"Warnings\":null}")));
    }

    private static String json(Resource volume) {
        return "{\"Name\":\"" + volume.name() + "\",\"Driver\":\"local\",\"Mountpoint\":\"/v\",\"Scope\":\"local\","
                + "\"CreatedAt\":\"2026-01-01T00:00:00Z\",\"Options\":null,\"Labels\":" + volume.labels() + "}";
    }

    private static String image() {
        return "{\"Id\":\"" + IMAGE + "\",\"RepoTags\":[\"postgres:16\",\"rehearsal-web:latest\"],"
                + "\"RepoDigests\":[],\"Created\":\"2026-01-01T00:00:00Z\",\"Size\":1000,\"Os\":\"linux\","
                + "\"Architecture\":\"amd64\",\"Labels\":null,\"Config\":{\"Cmd\":[\"sh\"]}}";
    }

    /** Everything is on all networks, and has all volumes. */
    private String summary(Container container) {
        return "{\"Id\":\"" + container.id() + "\",\"Names\":[\"/" + container.name() + "\"],\"Image\":\""
                + container.image() + "\",\"ImageID\":\"" + IMAGE + "\",\"Command\":\"serve\",\"Created\":1767225600,"
                + "\"Ports\":[{\"IP\":\"127.0.0.1\",\"PrivatePort\":80,\"PublicPort\":8080,\"Type\":\"tcp\"}],"
                + "\"Labels\":" + container.labels() + ",\"State\":\"" + container.state()
                + "\",\"Status\":\"Up 2 minutes (healthy)\",\"HostConfig\":{\"NetworkMode\":\"bridge\"},"
                + "\"NetworkSettings\":{\"Networks\":" + networks.values().stream().map(StubAnswers::endpoint)
                        .collect(Collectors.joining(",", "{", "}"))
                + "},\"Mounts\":" + volumes.values().stream().map(StubAnswers::mount)
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String endpoint(Resource network) {
        return "\"" + network.name() + "\":{\"NetworkID\":\"" + network.id() + "\",\"EndpointID\":\"e\","
                + "\"Gateway\":\"172.18.0.1\",\"IPAddress\":\"172.18.0.2\",\"MacAddress\":\"02:00:00:00:00:01\"}";
    }

    private static String mount(Resource volume) {
        return "{\"Type\":\"volume\",\"Name\":\"" + volume.name() + "\",\"Source\":\"/v\","
                + "\"Destination\":\"/data\",\"Driver\":\"local\",\"Mode\":\"z\",\"RW\":true}";
    }

    private static String details(Container container) {
        return "{\"Id\":\"" + container.id() + "\",\"Created\":\"2026-01-01T00:00:00Z\",\"Name\":\"/"
                + container.name() + "\",\"Image\":\"" + IMAGE + "\",\"State\":{\"Status\":\"" + container.state()
                + "\",\"Running\":" + container.state().equals("running")
                + ",\"ExitCode\":0,\"Error\":\"\",\"Pid\":1,\"StartedAt\":\"2026-01-01T00:00:00Z\","
                + "\"FinishedAt\":\"0001-01-01T00:00:00Z\",\"Health\":{\"Status\":\"healthy\",\"FailingStreak\":0,"
                + "\"Log\":[{\"Start\":\"2026-01-01T00:00:01Z\",\"End\":\"2026-01-01T00:00:02Z\",\"ExitCode\":0,"
                + "\"Output\":\"\"}]}},\"Config\":{\"Image\":\"" + container.image()
                + "\",\"Cmd\":[\"serve\"],\"Env\":[\"A=b\"],\"Tty\":false,\"Healthcheck\":{\"Test\":[\"CMD\",\"true\"]},"
                + "\"Labels\":" + container.labels() + "},\"HostConfig\":{\"NetworkMode\":\"bridge\","
                + "\"LogConfig\":{\"Type\":\"json-file\"}},\"NetworkSettings\":{\"Networks\":{}},\"Mounts\":[]}";
    }

    private String newId() {
        made++;
        return String.format("%064x", made);
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String text(String json, String key) {
        return find(Pattern.compile("\"" + key + "\":\"([^\"]*)\""), json);
    }

    /** The object under a key; labels hold texts only, so the first brace outside of quotes ends it. */
    private static String object(String json, String key) {
        int start = json.indexOf("\"" + key + "\":{");
        if (start < 0) {
            return "{}";
        }
        int from = json.indexOf('{', start);
        boolean quoted = false;
        for (int at = from; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return json.substring(from, at + 1);
            }
        }
        return "{}";
    }
}
