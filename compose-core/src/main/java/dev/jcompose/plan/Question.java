package dev.jcompose.plan;

/**
 * What must be known before something of the user's is destroyed. Unanswered it counts as a no.
 *
 * @param volume
 *            the volume's name in the engine
 * @param text
 *            the question as a person should read it
 * @param cause
 *            why it is asked: what changed
 */
public record Question(String volume, String text, String cause) {

    /** What is to be said where the answer was no. */
    public Notice whenDenied() {
        return new Notice("volume \"" + volume + "\" is kept as it is (" + cause
                + "); to make it anew, and lose what is in it: --allow-data-loss " + volume);
    }
}
