package dev.jcompose.copy;

/**
 * Where something that is copied ends up: the folder to unpack in, and what the top is called there.
 *
 * @param folder
 *            exists
 * @param name
 *            of the top of what arrives; {@code .} for nothing of its own
 */
record Arrival(String folder, String name) {

    /**
     * As {@code docker cp} decides.
     *
     * @param sourceName
     *            what the source is called; {@code .} where the content of a folder is meant
     * @param sourceIsFolder
     *            whether it is a folder
     * @param destination
     *            as typed, links resolved
     * @param there
     *            what is at the destination now
     * @throws CopyException
     *             if the two do not go together
     */
    static Arrival of(String sourceName, boolean sourceIsFolder, Spelling destination, There there) {
        return switch (there) {
            case FOLDER -> new Arrival(destination.text(), sourceName);
            case FILE -> {
                if (sourceIsFolder) {
                    throw new CopyException("cannot copy directory: " + destination.text() + " is a file");
                }
                yield new Arrival(destination.parent(), destination.base());
            }
            case NOTHING -> {
                if (!sourceIsFolder && destination.assertsFolder()) {
                    throw new CopyException("no such directory: " + destination.text());
                }
                Spelling plain = new Spelling(Spelling.cleaned(destination.text()));
                yield new Arrival(plain.parent(), plain.base());
            }
        };
    }

    /** What is at a path. */
    enum There {
        /** Nothing. */
        NOTHING,
        /** A folder. */
        FOLDER,
        /** Anything else. */
        FILE
    }

    /** The path of something in an archive whose top has that name, renamed. */
    String renamed(String top, String path) {
        if (top.isEmpty() || top.equals("/")) {
            String below = path.replaceFirst("^/+", "");
            return below.isEmpty() ? name : name + "/" + below;
        }
        if (path.equals(top)) {
            return name;
        }
        return path.startsWith(top + "/") ? name + path.substring(top.length()) : path;
    }
}
