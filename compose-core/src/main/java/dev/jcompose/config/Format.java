package dev.jcompose.config;

import java.util.Comparator;

/** The languages that a project is written in; they differ in what they leave out and in how they sort. */
public enum Format {
    /** Empty values are left out; keys sort as people count. */
    YAML,
    /** Some empty objects are written, extensions only at the top; keys sort by their bytes. */
    JSON;

    Comparator<String> keys() {
        return switch (this) {
            case YAML -> NaturalOrder.KEYS;
            case JSON -> Comparator.naturalOrder();
        };
    }
}
