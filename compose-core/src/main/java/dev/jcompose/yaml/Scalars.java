package dev.jcompose.yaml;

import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Node.MergeTag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Turns a scalar event into a {@link Scalar}: its tag decides, else its quotes, else its text. */
final class Scalars {
    private static final String STANDARD = "tag:yaml.org,2002:";

    private Scalars() {
    }

    /** The merge behaviour that a tag asks for. */
    static MergeTag mergeTag(String tag) {
        return switch (tag) {
            case "!reset" -> MergeTag.RESET;
            case "!override" -> MergeTag.OVERRIDE;
            default -> MergeTag.NONE;
        };
    }

    /** The scalar, with any mismatch of tag and text added to the problems. */
    static Scalar of(ScalarEvent event, Wording wording, Origin origin, boolean overridden, Problems problems) {
        String tag = event.getTag().orElse("");
        String text = wording.of(event);
        MergeTag mergeTag = overridden ? MergeTag.NONE : mergeTag(tag);
        if (mergeTag == MergeTag.RESET) {
            return Scalar.of(null, origin).withMergeTag(MergeTag.RESET);
        }
        if (hasHalfCharacter(text)) {
            problems.add(
                    Problem.error(origin.position(), YamlPath.ROOT, "half a character: a \\u escape between D800 and "
                            + "DFFF without its other half", "write the whole as \\U and eight digits"));
        }
        boolean oneLine = event.isPlain() && isOnOneLine(event);
        return new Scalar(value(event, tag, text, origin, problems), text, oneLine, origin, mergeTag);
    }

    private static @Nullable Object value(ScalarEvent event, String tag, String text, Origin origin,
            Problems problems) {
        if (tag.isEmpty() || tag.equals("!")) {
            return event.isPlain() ? PlainScalar.value(text) : text;
        }
        if (!tag.startsWith(STANDARD)) {
            return text;
        }
        String type = tag.substring(STANDARD.length());
        Object value = switch (type) {
            case "null", "bool", "int", "float", "timestamp" -> PlainScalar.value(text);
            case "binary" -> binary(text);
            default -> text;
        };
        boolean fits = switch (type) {
            case "null" -> value == null;
            case "bool" -> value instanceof Boolean;
            case "int" -> value instanceof Number && !(value instanceof Double);
            case "float" -> value instanceof Number;
            case "timestamp" -> value instanceof OffsetDateTime;
            default -> value != null;
        };
        if (!fits) {
            problems.add(Problem.error(origin.position(), YamlPath.ROOT, "'" + text + "' is not what its tag !!" + type
                    + " says",
                    type.equals("binary")
                            ? "write base64 of a text, or remove the tag"
                            : "change the value or remove the tag"));
            return text;
        }
        return type.equals("float") && value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static @Nullable String binary(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace("\n", ""));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean isOnOneLine(ScalarEvent event) {
        return event.getStartMark().orElseThrow().getLine() == event.getEndMark().orElseThrow().getLine();
    }
}
