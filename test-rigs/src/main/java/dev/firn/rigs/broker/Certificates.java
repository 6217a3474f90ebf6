package dev.firn.rigs.broker;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * An authority of our own and what it signs, as PEM files in one directory, made with the JDK's keytool. Good for a day.
 *
 * <p>The authority's certificate is {@code NAME.crt}; that of somebody it vouches for {@code WHO.crt}, the key {@code WHO.key}.
 */
public final class Certificates {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final String authority;

    private Certificates(Path directory, String authority) {
        this.directory = directory;
        this.authority = authority;
    }

    /** A new authority of this name. */
    public static Certificates in(Path directory, String authority) {
        Certificates made = new Certificates(directory, authority);
        made.generate(authority, "BasicConstraints:critical=ca:true");
        made.writeCertificate(authority, made.keytool(authority, List.of("-exportcert", "-rfc")));
        return made;
    }

    /** The authority's certificate. */
    public Path authority() {
        return directory.resolve(authority + ".crt");
    }

    /** Whom the authority vouches for. */
    public Path certificate(String who) {
        return directory.resolve(who + ".crt");
    }

    /** The private key of one whom it vouches for. */
    public Path key(String who) {
        return directory.resolve(who + ".key");
    }

    /**
     * Makes a key and a certificate for it.
     *
     * @param alternativeName whom it is good for, such as {@code IP:127.0.0.1}
     */
    public void vouchFor(String who, String alternativeName) {
        generate(who, "SubjectAlternativeName=" + alternativeName);
        Path request = directory.resolve(who + ".csr");
        write(request, keytool(who, List.of("-certreq")));
        String certificate = keytool(
                authority,
                List.of(
                        "-gencert",
                        "-rfc",
                        "-infile",
                        request.toString(),
                        "-ext",
                        "SubjectAlternativeName=" + alternativeName));
        writeCertificate(who, certificate);
        writeKey(who);
    }

    private void generate(String who, String extension) {
        keytool(
                who,
                List.of(
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "1",
                        "-dname",
                        "CN=" + who,
                        "-ext",
                        extension));
    }

    private String keytool(String who, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of(
                "-alias", who, "-storepass", PASSWORD, "-keystore", store(who).toString()));
        try (ChildProcess keytool = ChildProcess.start("keytool", command, directory, Map.of())) {
            if (keytool.waitFor(BOUND) != 0) {
                throw new RigException("keytool failed:\n" + keytool.tail());
            }
            return String.join("\n", keytool.standardOutput()) + "\n";
        }
    }

    private Path store(String who) {
        return directory.resolve(who + ".p12");
    }

    private void writeCertificate(String who, String pem) {
        write(certificate(who), pem);
    }

    private void writeKey(String who) {
        try (InputStream stored = Files.newInputStream(store(who))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, PASSWORD.toCharArray());
            byte[] key = keys.getKey(who, PASSWORD.toCharArray()).getEncoded();
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key);
            write(key(who), "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new RigException("cannot take the key out of " + store(who) + ": " + e, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new RigException("cannot write " + file + ": " + e, e);
        }
    }
}
