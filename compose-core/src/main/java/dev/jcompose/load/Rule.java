package dev.jcompose.load;

import org.jspecify.annotations.Nullable;

/**
 * What is special about one attribute.
 *
 * @param shortForm
 *            turns what a person may write into the one form that merging knows
 * @param merge
 *            how the value of a later file joins that of an earlier one
 * @param unique
 *            what items of this sequence are told apart by
 * @param path
 *            how the value becomes an absolute path
 * @param scalar
 *            what a text becomes as soon as its variables are replaced
 * @param value
 *            turns the merged value into the one spelling that is printed and digested
 * @param defaults
 *            adds what the value leaves out
 */
public record Rule(@Nullable Form shortForm, MergeRule merge, @Nullable UniqueKey unique, @Nullable PathKind path,
        @Nullable ScalarType scalar, @Nullable Form value, @Nullable Form defaults) {
    /** Nothing special. */
    public static final Rule NONE = new Rule(null, MergeRule.DEEP, null, null, null, null, null);

    /** Whether items of this sequence replace each other. */
    public boolean isUnique() {
        return unique != null;
    }

    Rule shortForm(Form form) {
        return new Rule(form, merge, unique, path, scalar, value, defaults);
    }

    Rule merge(MergeRule how) {
        return new Rule(shortForm, how, unique, path, scalar, value, defaults);
    }

    Rule unique(UniqueKey key) {
        return new Rule(shortForm, merge, key, path, scalar, value, defaults);
    }

    Rule path(PathKind kind) {
        return new Rule(shortForm, merge, unique, kind, scalar, value, defaults);
    }

    Rule scalar(ScalarType type) {
        return new Rule(shortForm, merge, unique, path, type, value == null ? new ScalarForm(type) : value,
                defaults);
    }

    Rule value(Form form) {
        return new Rule(shortForm, merge, unique, path, scalar, form, defaults);
    }

    Rule defaults(Form form) {
        return new Rule(shortForm, merge, unique, path, scalar, value, form);
    }
}
