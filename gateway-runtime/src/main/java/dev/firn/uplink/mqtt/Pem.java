package dev.firn.uplink.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in PEM files (RFC 7468). */
public final class Pem {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

    private Pem() {}

    /**
     * The certificates in the file, in its order; at least one.
     *
     * @throws PemException if there is none, or one is damaged
     */
    public static List<X509Certificate> certificates(Path file) throws PemException {
        byte[] bytes = text(file).getBytes(StandardCharsets.UTF_8);
        try {
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw noCertificate("holds no certificate");
            }
            return found;
        } catch (CertificateException e) {
            throw noCertificate("holds no certificate that can be read");
        }
    }

    private static PemException noCertificate(String reason) {
        return new PemException(reason, "name a PEM file that begins with -----BEGIN CERTIFICATE-----");
    }

    /**
     * The private key in the file: of an elliptic curve, RSA or Ed25519, PKCS #8, not encrypted.
     *
     * @throws PemException if there is none, or of another kind
     */
    public static PrivateKey privateKey(Path file) throws PemException {
        String text = text(file);
        Matcher key = PKCS8.matcher(text);
        if (key.find()) {
            return decode(key.group(1));
        }
        Matcher other = OTHER_KEY.matcher(text);
        String reason = other.find() ? "holds a key of the kind " + other.group(1) : "holds no private key";
        throw new PemException(
                reason, "make a PKCS #8 file of it: openssl pkcs8 -topk8 -nocrypt -in KEY -out client.key");
    }

    private static PrivateKey decode(String base64) throws PemException {
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                // Another algorithm's: the next may know it.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(algorithm + " belongs to every Java", e);
            }
        }
        throw new PemException("holds a private key that is damaged or of an unknown algorithm", "use EC or RSA");
    }

    private static String text(Path file) throws PemException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PemException("cannot be read: " + e, "check the file and its permissions");
        }
    }
}
