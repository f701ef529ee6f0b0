package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Commands as sequences of words. */
final class CommandForm {
    private CommandForm() {
    }

    /** {@code command: sh -c "echo hi"}: words, split as a shell does, but nothing is expanded and no shell runs. */
    static Node words(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            return TextForm.texts(node, at);
        }
        try {
            List<Node> words = new ArrayList<>();
            for (String word : ShellWords.split(GoText.of(scalar.value()))) {
                words.add(Scalar.string(word, scalar.origin()));
            }
            return Sequence.of(words, scalar.origin());
        } catch (FormException wrong) {
            at.error(node, wrong.getMessage(), "close what is open, or write the words as a list");
            return node;
        }
    }

    /** {@code healthcheck.test: curl -f http://localhost}: run by the container's shell. */
    static Node test(Node node, Site at) {
        return node instanceof Scalar scalar && !scalar.isNull()
                ? Sequence.of(List.of(Scalar.string("CMD-SHELL", scalar.origin()),
                        Scalar.string(GoText.of(scalar.value()), scalar.origin())), scalar.origin())
                : TextForm.texts(node, at);
    }
}
