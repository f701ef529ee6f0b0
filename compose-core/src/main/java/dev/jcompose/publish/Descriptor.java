package dev.jcompose.publish;

import dev.jcompose.model.Ordered;
import dev.jcompose.registry.Content;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** How one content refers to another (OCI image specification, descriptors), as JSON members in their usual order. */
final class Descriptor {
    private Descriptor() {
    }

    static Map<String, Object> of(Content content, Map<String, String> annotations) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("mediaType", content.mediaType());
        members.put("digest", content.digest());
        members.put("size", content.size());
        if (!annotations.isEmpty()) {
            members.put("annotations", annotations);
        }
        return Ordered.copyOf(members);
    }

    /** With the content itself, so that readers need not ask for it. */
    static Map<String, Object> withData(Content content, Map<String, String> annotations) {
        Map<String, Object> members = new LinkedHashMap<>(of(content, annotations));
        members.put("data", Base64.getEncoder().encodeToString(content.bytes()));
        return Ordered.copyOf(members);
    }
}
