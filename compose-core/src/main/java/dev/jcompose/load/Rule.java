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
 */
public record Rule(@Nullable Form shortForm, MergeRule merge, @Nullable UniqueKey unique, @Nullable PathKind path,
        @Nullable ScalarType scalar, @Nullable Form value) {
    /** Nothing special. */
    public static final Rule NONE = new Rule(null, MergeRule.DEEP, null, null, null, null);

    Rule shortForm(Form form) {
        return new Rule(form, merge, unique, path, scalar, value);
    }

    Rule merge(MergeRule how) {
        return new Rule(shortForm, how, unique, path, scalar, value);
    }

    Rule unique(UniqueKey key) {
        return new Rule(shortForm, merge, key, path, scalar, value);
    }

    Rule path(PathKind kind) {
        return new Rule(shortForm, merge, unique, kind, scalar, value);
    }

    Rule scalar(ScalarType type) {
        return new Rule(shortForm, merge, unique, path, type, value == null ? new ScalarForm(type) : value);
    }

    Rule value(Form form) {
        return new Rule(shortForm, merge, unique, path, scalar, form);
    }
}
