package dev.jcompose.load;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules at one place and below it. Immutable once {@link Rules} is built. */
public final class RuleNode {
    private static final RuleNode NOTHING = new RuleNode();

    private final Map<String, RuleNode> children = new HashMap<>();
    private @Nullable RuleNode any;
    private Rule rule = Rule.NONE;

    /** The rule of the value here; {@link Rule#NONE} where there is none. */
    public Rule rule() {
        return rule;
    }

    /** The rules of the value under a key. */
    public RuleNode key(String key) {
        RuleNode named = children.get(key);
        return named != null ? named : items();
    }

    /** The rules of each item of the sequence here. */
    public RuleNode items() {
        return any == null ? NOTHING : any;
    }

    /** Whether nothing below this place, nor the place itself, has a rule, so that a walk can stop. */
    public boolean isEmpty() {
        return this == NOTHING;
    }

    /** While the table is built: the place under a part of a pattern, {@code *} for any. */
    RuleNode grow(String part) {
        if (!part.equals("*")) {
            return children.computeIfAbsent(part, name -> new RuleNode());
        }
        if (any == null) {
            any = new RuleNode();
        }
        return any;
    }

    /** While the table is built. */
    void set(Rule special) {
        rule = special;
    }
}
