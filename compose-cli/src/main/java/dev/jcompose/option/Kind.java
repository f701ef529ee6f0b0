package dev.jcompose.option;

/** What may be said after an option's name. */
public enum Kind {
    /** Nothing, or {@code =true} and {@code =false}. */
    FLAG,
    /** One text. */
    TEXT,
    /** One whole number. */
    WHOLE,
    /** One text each time that it is said. */
    TEXTS
}
