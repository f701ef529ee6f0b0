package dev.jcompose.engine.memory;

import dev.jcompose.engine.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a process has written, in pieces. */
final class Output {
    private final List<Frame> frames = new ArrayList<>();

    void append(Frame.Channel channel, String text) {
        for (String line : text.split("(?<=\n)", -1)) {
            if (!line.isEmpty()) {
                frames.add(Frame.of(channel, line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    int size() {
        return frames.size();
    }

    /** A copy: frames are their receiver's. */
    Frame at(int index) {
        Frame frame = frames.get(index);
        return Frame.of(frame.channel(), frame.bytes().clone());
    }
}
