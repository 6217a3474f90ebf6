package dev.firn.rigs.faults;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.Broker;
import dev.firn.rigs.process.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP link to a broker on the loopback interface with a {@link LinkFault} that can be changed while it is used, and
 * which remembers when somebody connected. A connection that has lost bytes to a fault is reset when the fault ends: what
 * follows a hole in a stream means nothing. Any thread.
 */
public final class ChaosProxy implements AutoCloseable {

    private static final int MOST_WAITING = 50;

    private final long openedNanos = System.nanoTime();
    private final int port = LoopbackPort.free();
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();

    private final Happenings happenings = new Happenings();
    /** Guarded by {@link #happenings}. */
    private final List<Duration> connections = new ArrayList<>();
    /** Whether the present fault has lost bytes. Guarded by {@link #happenings}. */
    private boolean hasLost;

    private final Lock lock = new ReentrantLock();
    /** Empty while connections are refused, and in the end. Guarded by {@link #lock}. */
    private Optional<ServerSocket> listener = Optional.empty();

    private volatile LinkFault fault = new LinkFault.None();
    private volatile int target;

    private ChaosProxy(int target) {
        this.target = target;
    }

    /**
     * Opens a link to a broker, whether it runs yet or not. Everything passes.
     *
     * @throws RigException if no port can be had
     */
    public static ChaosProxy to(Broker broker) {
        ChaosProxy proxy = new ChaosProxy(broker.port());
        proxy.listen();
        return proxy;
    }

    /** Its address as MQTT clients write it; the same for its whole life. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** The TCP port it listens on, the same for its whole life. */
    public int port() {
        return port;
    }

    /** From now on, this happens to old connections and to new ones. */
    public void let(LinkFault next) {
        happenings.note(() -> {
            fault = next;
            hasLost = false;
        });
        if (next instanceof LinkFault.Refusal) {
            stopListening();
        } else {
            listen();
        }
        passages.stream()
                .filter(passage -> next.breaksConnections() || passage.hasHoleThatOpens(next))
                .forEach(Passage::reset);
    }

    /** From now on, everything passes. */
    public void heal() {
        let(new LinkFault.None());
    }

    /** Leads to another broker from now on; old connections are reset. */
    public void leadTo(Broker broker) {
        target = broker.port();
        passages.forEach(Passage::reset);
    }

    /** When connections came, since the link was opened, in their order. */
    public List<Duration> connections() {
        return happenings.look(() -> List.copyOf(connections));
    }

    /**
     * Waits until so many connections have come.
     *
     * @throws RigException if they do not within the bound
     */
    public void awaitConnections(int wanted, Duration bound) {
        happenings.await(
                () -> connections.size() >= wanted, wanted + " connections", () -> "these came: " + connections, bound);
    }

    /**
     * Waits until the present fault has lost something.
     *
     * @throws RigException if it does not within the bound
     */
    public void awaitLoss(Duration bound) {
        happenings.await(() -> hasLost, "something that was sent over the link", () -> "nothing was", bound);
    }

    @Override
    public void close() {
        stopListening();
        passages.forEach(Passage::reset);
    }

    LinkFault fault() {
        return fault;
    }

    /** Bytes were lost to this fault. */
    void lostTo(LinkFault swallower) {
        happenings.note(() -> hasLost |= fault.equals(swallower));
    }

    void ended(Passage passage) {
        passages.remove(passage);
    }

    private void listen() {
        lock.lock();
        try {
            if (listener.isEmpty()) {
                ServerSocket opened = new ServerSocket(port, MOST_WAITING, InetAddress.getLoopbackAddress());
                listener = Optional.of(opened);
                Thread.ofVirtual().name("chaos-accepts").start(() -> accept(opened));
            }
        } catch (IOException e) {
            throw new RigException("cannot listen on port " + port + ": " + e, e);
        } finally {
            lock.unlock();
        }
    }

    private void stopListening() {
        lock.lock();
        try {
            if (listener.isPresent()) {
                listener.get().close();
            }
            listener = Optional.empty();
        } catch (IOException e) {
            throw new RigException("cannot stop listening on port " + port + ": " + e, e);
        } finally {
            lock.unlock();
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                connect(opened.accept());
            }
        } catch (IOException e) {
            if (!opened.isClosed()) {
                throw new RigException("the link accepts no more connections: " + e, e);
            }
        }
    }

    private void connect(Socket client) {
        enterConnection();
        Socket broker = new Socket();
        Passage passage = new Passage(this, client, broker);
        passages.add(passage);
        if (fault.breaksConnections()) {
            passage.reset();
            return;
        }
        try {
            broker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            passage.begin();
        } catch (IOException away) {
            passage.reset();
        }
    }

    private void enterConnection() {
        happenings.note(() -> connections.add(Duration.ofNanos(System.nanoTime() - openedNanos)));
    }
}
