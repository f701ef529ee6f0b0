package dev.jcompose.load;

/** Absolute paths as Windows writes them, for files that name folders of another machine. */
final class WindowsPath {
    private WindowsPath() {
    }

    /** {@code C:\data}, {@code c:/data}, {@code \\server\share\data}, {@code \\.\pipe\x}. */
    static boolean isAbsolute(String path) {
        if (path.length() >= 2 && path.charAt(1) == ':') {
            return path.length() > 2 && isSeparator(path.charAt(2));
        }
        return path.length() >= 2 && isSeparator(path.charAt(0)) && isSeparator(path.charAt(1));
    }

    private static boolean isSeparator(char c) {
        return c == '\\' || c == '/';
    }
}
