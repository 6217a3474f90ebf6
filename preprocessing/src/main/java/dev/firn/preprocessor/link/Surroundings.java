package dev.firn.preprocessor.link;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What a program finds around it.
 *
 * @param in standard input
 * @param out standard output
 * @param complaints standard error, for people
 * @param socket the Unix socket to speak over in place of the standard streams: {@code FIRN_SOCKET}
 */
public record Surroundings(InputStream in, OutputStream out, PrintStream complaints, Optional<String> socket) {

    /** Environment variable that names the socket. */
    public static final String SOCKET_VARIABLE = "FIRN_SOCKET";

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                System.in,
                // System.out would swallow that nobody reads any more.
                new FileOutputStream(FileDescriptor.out),
                System.err,
                Optional.ofNullable(System.getenv(SOCKET_VARIABLE)).filter(path -> !path.isBlank()));
    }
}
