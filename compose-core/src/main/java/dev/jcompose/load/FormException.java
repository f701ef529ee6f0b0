package dev.jcompose.load;

/** A text that is not of the form that its attribute asks for; caught where the value's place is known. */
final class FormException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A phrase without a full stop, naming the text. */
    FormException(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
