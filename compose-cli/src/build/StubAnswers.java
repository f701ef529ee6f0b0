import java.nio.charset.StandardCharsets;

/** What the stub engine says: an engine that holds nothing. */
final class StubAnswers {
    record Answer(int status, String type, byte[] body) {
        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    Answer to(String method, String target, String body) {
        String path = target.replaceFirst("^/v[0-9.]+", "").replaceFirst("\\?.*", "");
        return switch (path) {
            case "/_ping" -> new Answer(200, "text/plain", "OK".getBytes(StandardCharsets.US_ASCII));
            case "/version" -> Answer.json(200, "{\"Version\":\"28.5.2\",\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\"}");
            case "/containers/json", "/networks", "/images/json" -> Answer.json(200, "[]");
            case "/volumes" -> Answer.json(200, "{\"Volumes\":[],\"Warnings\":null}");
            default -> Answer.json(404, "{\"message\":\"no such thing: " + path + "\"}");
        };
    }
}
