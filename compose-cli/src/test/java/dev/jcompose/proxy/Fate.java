package dev.jcompose.proxy;

/** What becomes of a call. */
public enum Fate {
    /** The engine gets it, and the client its answer. */
    PASS,
    /** The client is told of an error; the engine never hears of the call. */
    REFUSE,
    /** The client is told that it is done; the engine never hears of the call. */
    GRANT,
    /** The connection ends; the engine never hears of the call. */
    CUT,
    /** The engine does it; the connection ends where the answer should begin. */
    LOSE
}
