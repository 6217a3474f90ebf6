package dev.firn.rigs.broker;

import dev.firn.rigs.RigException;
import dev.firn.rigs.process.LoopbackPort;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A broker inside this JVM (Moquette) that keeps everything in memory: no installation, no files, no telemetry. Its
 * sessions end with it, so what must outlive a restart of the broker needs {@link MosquittoBroker}. Any thread.
 */
public final class EmbeddedBroker implements Broker {

    // Held here because java.util.logging forgets the level of a logger that nobody refers to.
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.moquette"), Logger.getLogger("io.netty"), Logger.getLogger("messageLogger"));

    static {
        // Netty would take to sun.misc.Unsafe, which the JVM warns of on every terminal.
        System.setProperty("io.netty.noUnsafe", "true");
    }

    private final Server server = new Server();
    private final int port = LoopbackPort.free();

    private EmbeddedBroker() {}

    /**
     * Starts one on a free port.
     *
     * @throws RigException if it cannot be started
     */
    public static EmbeddedBroker start() {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        EmbeddedBroker broker = new EmbeddedBroker();
        try {
            broker.server.startServer(broker.configuration());
            return broker;
        } catch (IOException e) {
            throw new RigException("cannot start the embedded broker: " + e, e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stopServer();
    }

    private IConfig configuration() {
        IConfig configuration = new MemoryConfig(new Properties());
        configuration.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        configuration.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        configuration.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        configuration.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        configuration.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        configuration.setProperty(IConfig.BUFFER_FLUSH_MS_PROPERTY_NAME, "0");
        // Commands that one session's thread may be behind; beyond it Moquette drops messages.
        configuration.setProperty(IConfig.SESSION_QUEUE_SIZE, "65536");
        // A gateway with many sensors describes itself in more than the 8 kB that Moquette takes otherwise.
        configuration.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(1 << 20));
        return configuration;
    }
}
