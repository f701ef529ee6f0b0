package dev.jcompose.proxy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code NO_PROXY}: {@code *}, an address, a range ({@code 10.0.0.0/8}), a name, which stands for those
 * below it as well, or only those below it ({@code .example.com}, {@code *.example.com}); all but the first two of them
 * with a port or without.
 *
 * @param name
 *            in lower case
 * @param port
 *            0 for any
 */
record DirectHost(String name, int port) {
    private static final String ALL = "*";

    static List<DirectHost> list(String text) {
        List<DirectHost> entries = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            String entry = part.strip();
            if (entry.matches("\\[.*](:\\d{1,5})?|[^:]+:\\d{1,5}")) {
                int colon = entry.endsWith("]") ? entry.length() : entry.lastIndexOf(':');
                String name = entry.substring(0, colon).replaceAll("[\\[\\]]", "");
                String port = entry.substring(Math.min(colon + 1, entry.length()));
                entries.add(new DirectHost(name, port.isEmpty() ? 0 : Integer.parseInt(port)));
            } else if (!entry.isEmpty()) {
                entries.add(new DirectHost(entry, 0));
            }
        }
        return entries;
    }

    /** Whether that is this machine by its very name. */
    static boolean isThisMachine(String host) {
        InetAddress address = literal(host);
        return host.equals("localhost") || (address != null && address.isLoopbackAddress());
    }

    boolean matches(String host, int itsPort) {
        if (name.equals(ALL)) {
            return true;
        }
        if (port != 0 && port != itsPort) {
            return false;
        }
        InetAddress address = literal(host);
        if (address != null) {
            return isWithin(address.getAddress());
        }
        String below = name.startsWith("*.") ? name.substring(1) : name;
        return below.startsWith(".") ? host.endsWith(below) : host.equals(below) || host.endsWith("." + below);
    }

    private boolean isWithin(byte[] address) {
        int slash = name.indexOf('/');
        InetAddress range = literal(slash < 0 ? name : name.substring(0, slash));
        if (range == null || range.getAddress().length != address.length) {
            return false;
        }
        String length = slash < 0 ? Integer.toString(address.length * 8) : name.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > address.length * 8) {
            return false;
        }
        int bits = Integer.parseInt(length);
        byte[] first = range.getAddress();
        int whole = bits / 8;
        int mask = 0xff00 >> (bits % 8) & 0xff;
        return Arrays.equals(first, 0, whole, address, 0, whole)
                && (mask == 0 || (first[whole] & mask) == (address[whole] & mask));
    }

    /** The address that is written there, without asking who has that name; null for a name. */
    private static @Nullable InetAddress literal(String host) {
        if (!host.matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]*")) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
