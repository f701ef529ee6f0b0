package dev.jcompose.engine.docker;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys in PEM files: PKCS #8, and the older forms of RSA (PKCS #1) and EC (SEC 1), which the JDK reads only in
 * an envelope of PKCS #8.
 */
final class PemKeys {
    private static final Pattern KEY = Pattern.compile("-----BEGIN ((?:RSA |EC )?)PRIVATE KEY-----([^-]+)-----END");
    private static final Pattern CURVE = Pattern.compile("-----BEGIN EC PARAMETERS-----([^-]+)-----END");
    private static final String RSA_ALGORITHM = "300d06092a864886f70d0101010500";
    private static final String EC_ALGORITHM = "06072a8648ce3d0201";
    private static final byte[] VERSION = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int IDENTIFIER = 0x06;
    private static final int PARAMETERS = 0xa0;

    private PemKeys() {
    }

    static PrivateKey read(String pem) throws GeneralSecurityException {
        Matcher matcher = KEY.matcher(pem);
        if (!matcher.find() || matcher.group(2).contains("ENCRYPTED")) {
            throw new InvalidKeySpecException("it has no key that is not encrypted");
        }
        byte[] der = decoded(matcher.group(2));
        return switch (matcher.group(1)) {
            case "RSA " ->
                made("RSA", der(SEQUENCE, VERSION, HexFormat.of().parseHex(RSA_ALGORITHM), der(OCTETS, der)));
            case "EC " -> made("EC", der(SEQUENCE, VERSION,
                    der(SEQUENCE, HexFormat.of().parseHex(EC_ALGORITHM), curve(der, pem)), der(OCTETS, der)));
            default -> anyAlgorithm(der);
        };
    }

    private static byte[] decoded(String text) throws InvalidKeySpecException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new InvalidKeySpecException("it is damaged", broken);
        }
    }

    private static PrivateKey made(String algorithm, byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static PrivateKey anyAlgorithm(byte[] der) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return made(algorithm, der);
            } catch (InvalidKeySpecException another) {
                // The next one will do.
            }
        }
        throw new InvalidKeySpecException("its key is of an unknown kind");
    }

    /** The identifier of the curve: in the key itself (SEC 1, C.4), or in a part of its own before it. */
    private static byte[] curve(byte[] key, String pem) throws InvalidKeySpecException {
        Matcher before = CURVE.matcher(pem);
        if (before.find()) {
            return decoded(before.group(1));
        }
        try {
            int at = contents(key, 0);
            at = end(key, at); // the version
            at = end(key, at); // the number
            if ((key[at] & 0xff) == PARAMETERS) {
                int identifier = contents(key, at);
                if (key[identifier] == IDENTIFIER) {
                    return Arrays.copyOfRange(key, identifier, end(key, identifier));
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            throw new InvalidKeySpecException("it is damaged", broken);
        }
        throw new InvalidKeySpecException("its key does not name its curve");
    }

    /** Where the contents of the element at a place begin. */
    private static int contents(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
    }

    /** Where the element at a place ends. */
    private static int end(byte[] der, int at) {
        int start = contents(der, at);
        int length = 0;
        for (int digit = at + 2; digit < start; digit++) {
            length = (length << 8) | (der[digit] & 0xff);
        }
        return start + (start == at + 2 ? der[at + 1] & 0xff : length);
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82);
        out.write(length >> 8);
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
