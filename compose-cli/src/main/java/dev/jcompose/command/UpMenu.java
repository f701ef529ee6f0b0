package dev.jcompose.command;

import dev.jcompose.terminal.StatusLine;
import dev.jcompose.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;

/** The keys that {@code up} takes while it stays in front, and the line that names them. */
final class UpMenu implements AutoCloseable {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final StatusLine line;
    private final Terminal.RawMode keys;
    private final boolean coloured;

    /** What a key leads to; called on a thread of the menu's. */
    interface Choices {
        /** The containers go on without us. */
        void detach();

        /** Watching begins or ends; whether it is on now. */
        boolean toggleWatch();
    }

    private UpMenu(StatusLine line, Terminal.RawMode keys, boolean coloured) {
        this.line = line;
        this.keys = keys;
        this.coloured = coloured;
    }

    /** Shows the line and listens. */
    static UpMenu open(Terminal terminal, StatusLine line, boolean coloured, boolean watching, Choices choices) {
        UpMenu menu = new UpMenu(line, terminal.keys(), coloured);
        menu.show(watching);
        Thread.ofPlatform().daemon().name("menu").start(() -> menu.listen(terminal.in(), choices));
        return menu;
    }

    private void listen(InputStream in, Choices choices) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                switch (Character.toLowerCase(key)) {
                    case 'd' -> choices.detach();
                    case 'w' -> show(choices.toggleWatch());
                    default -> {
                        // Not on the menu.
                    }
                }
            }
        } catch (IOException terminalHasGone) {
            return;
        }
    }

    private void show(boolean watching) {
        line.show(key("w") + (watching ? " Disable Watch   " : " Enable Watch   ") + key("d") + " Detach");
    }

    private String key(String name) {
        return coloured ? BOLD + name + PLAIN : name;
    }

    @Override
    public void close() {
        line.close();
        keys.close();
    }
}
