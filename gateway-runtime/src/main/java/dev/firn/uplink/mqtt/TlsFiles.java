package dev.firn.uplink.mqtt;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What TLS needs, in PEM files; read at each connection, so that a renewed certificate needs no restart.
 *
 * @param authority certificates of those who may vouch for the broker; empty for the authorities that Java knows
 * @param client our own certificate, and who signed it, where the broker wants to know who we are
 */
public record TlsFiles(Optional<Path> authority, Optional<ClientFiles> client) {

    /**
     * Our own identity.
     *
     * @param certificate our certificate, followed by those between it and the broker's authority
     * @param key its private key, PKCS #8
     */
    public record ClientFiles(Path certificate, Path key) {}
}
