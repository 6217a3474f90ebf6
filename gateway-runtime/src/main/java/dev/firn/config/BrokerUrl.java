package dev.firn.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** Address of a broker: {@code tcp} or {@code ssl}, also written {@code mqtt} and {@code mqtts}. */
final class BrokerUrl {

    private static final Map<String, String> SCHEMES =
            Map.of("tcp", "tcp", "mqtt", "tcp", "ssl", "ssl", "mqtts", "ssl");
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final String CURE = "write tcp://host:1883, or ssl://host:8883 for TLS";

    private BrokerUrl() {}

    /** The address as Paho wants it, the standard port filled in. */
    static String parse(String text) throws BadValueException {
        URI uri = uri(text);
        String scheme = SCHEMES.get(String.valueOf(uri.getScheme()));
        if (scheme == null || uri.getHost() == null) {
            throw new BadValueException("is no broker's address", CURE);
        }
        if (uri.getUserInfo() != null) {
            throw new BadValueException("holds a user or a password", "use the keys user and password-file");
        }
        boolean more = !uri.getPath().isEmpty() && !uri.getPath().equals("/");
        if (more || uri.getQuery() != null || uri.getFragment() != null) {
            throw new BadValueException("has more than a host and a port", CURE);
        }
        int standardPort = scheme.equals("ssl") ? TLS_PORT : PLAIN_PORT;
        int port = uri.getPort() < 0 ? standardPort : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new BadValueException("has an impossible port", "give a port from 1 to 65535");
        }
        return scheme + "://" + uri.getHost() + ":" + port;
    }

    private static URI uri(String text) throws BadValueException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new BadValueException("is no broker's address", CURE);
        }
    }
}
