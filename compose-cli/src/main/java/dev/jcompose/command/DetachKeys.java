package dev.jcompose.command;

import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.registry.ClientConfiguration;
import dev.jcompose.run.Keys;

/** Which keys leave a process alone: those of the command line, else those of the user's configuration. */
final class DetachKeys {
    private DetachKeys() {
    }

    static Keys chosen(Session session, Text option) {
        String text = option.or("");
        return parsed(text.isEmpty() ? configured(session) : text);
    }

    static Keys usual(Session session) {
        return parsed(configured(session));
    }

    private static String configured(Session session) {
        return ClientConfiguration.read(session.environment()).detachKeys();
    }

    private static Keys parsed(String text) {
        try {
            return text.isEmpty() ? Keys.USUAL : Keys.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("invalid detach keys \"" + text + "\": " + e.getMessage()
                    + "; write such as ctrl-p,ctrl-q", e);
        }
    }
}
