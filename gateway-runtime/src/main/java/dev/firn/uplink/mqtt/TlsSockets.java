package dev.firn.uplink.mqtt;

import dev.firn.uplink.mqtt.TlsFiles.ClientFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of a connection over TLS. */
final class TlsSockets {

    private static final char[] NO_PASSWORD = {};

    private TlsSockets() {}

    /**
     * Sockets that trust and show what the files say.
     *
     * @throws PemException if a file cannot be used
     */
    static SSLSocketFactory of(TlsFiles files) throws PemException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    files.client().isPresent() ? identity(files.client().get()) : null,
                    files.authority().isPresent() ? trust(files.authority().get()) : null,
                    null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new PemException("TLS cannot be set up: " + e.getMessage(), "check ca, client-cert and client-key");
        }
    }

    private static TrustManager @Nullable [] trust(Path file)
            throws GeneralSecurityException, IOException, PemException {
        KeyStore store = emptyStore();
        int number = 0;
        for (X509Certificate certificate : Pem.certificates(file)) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] identity(ClientFiles client)
            throws GeneralSecurityException, IOException, PemException {
        PrivateKey key = Pem.privateKey(client.key());
        List<X509Certificate> chain = Pem.certificates(client.certificate());
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
