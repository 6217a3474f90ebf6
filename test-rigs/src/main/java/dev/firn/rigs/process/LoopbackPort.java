package dev.firn.rigs.process;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on the loopback interface. */
public final class LoopbackPort {

    // Below the range that Linux gives to outgoing connections (32768 and up): a client that tries again and again to
    // reach a port of that range while its broker is away can, on the loopback interface, connect to itself.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final int ATTEMPTS = 200;

    private LoopbackPort() {}

    /**
     * A port that nobody listens on now.
     *
     * @throws RigException if none is found
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new RigException("no free TCP port on " + address(LOWEST) + " to " + HIGHEST + " in " + ATTEMPTS
                + " attempts; close what listens there");
    }

    /** Whether somebody accepts connections on the port. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
