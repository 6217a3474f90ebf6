package dev.firn.rigs.faults;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.Broker;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.process.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * A broker of MQTT 3.1.1 that speaks just enough of it to be published to, and misbehaves as it is told, also while it
 * runs. It passes nothing on, but remembers all that it got. Any thread.
 */
public final class HostileBroker implements Broker {

    private static final int MOST_WAITING = 50;

    private final int port = LoopbackPort.free();
    private final ServerSocket listener;
    private final Set<HostileSession> sessions = ConcurrentHashMap.newKeySet();

    private final Happenings happenings = new Happenings();
    /** Guarded by {@link #happenings}. */
    private final List<Message> received = new ArrayList<>();
    /** Guarded by {@link #happenings}. */
    private int connections;

    private volatile BrokerFault fault;

    private HostileBroker(BrokerFault fault) throws IOException {
        this.fault = fault;
        listener = new ServerSocket(port, MOST_WAITING, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts one.
     *
     * @throws RigException if no port can be had
     */
    public static HostileBroker start(BrokerFault fault) {
        try {
            HostileBroker broker = new HostileBroker(fault);
            Thread.ofVirtual().name("hostile-accepts").start(broker::accept);
            return broker;
        } catch (IOException e) {
            throw new RigException("cannot start a hostile broker: " + e, e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** From now on, it misbehaves in this way. */
    public void behave(BrokerFault next) {
        fault = next;
    }

    /** Every message that it got, also those that it did not acknowledge, in their order. */
    public List<Message> received() {
        return happenings.look(() -> List.copyOf(received));
    }

    /** Connections that came. */
    public int connections() {
        return happenings.look(() -> connections);
    }

    /**
     * Waits until so many connections have come.
     *
     * @throws RigException if they do not within the bound
     */
    public void awaitConnections(int wanted, Duration bound) {
        await(() -> connections >= wanted, wanted + " connections", bound);
    }

    /**
     * Waits until so many messages have come.
     *
     * @throws RigException if they do not within the bound
     */
    public void awaitReceived(int wanted, Duration bound) {
        await(() -> received.size() >= wanted, wanted + " messages", bound);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new RigException("cannot stop a hostile broker: " + e, e);
        }
        sessions.forEach(HostileSession::close);
    }

    BrokerFault fault() {
        return fault;
    }

    void enter(Message message) {
        happenings.note(() -> received.add(message));
    }

    void ended(HostileSession session) {
        sessions.remove(session);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                HostileSession session = new HostileSession(this, client);
                sessions.add(session);
                happenings.note(() -> connections++);
                Thread.ofVirtual().name("hostile-session").start(session::run);
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new RigException("the hostile broker accepts no more connections: " + e, e);
            }
        }
    }

    private void await(BooleanSupplier wanted, String what, Duration bound) {
        happenings.await(
                wanted, what, () -> connections + " connections and " + received.size() + " messages came", bound);
    }
}
