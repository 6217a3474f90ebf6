package dev.firn.rigs.broker;

import dev.firn.rigs.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP link to a broker that fails on demand: it can hold back what goes one way or the other, and be cut, by which
 * what it holds back is lost. So a gateway can be caught with messages that the broker never got, or with messages
 * that the broker got and whose acknowledgements never came back. Any thread.
 */
public final class FragileLink implements AutoCloseable {

    private static final int CHUNK_BYTES = 16_384;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** The direction held back, if any. Guarded by {@link #lock}. */
    private Holding holding = Holding.NOTHING;
    /** Counts the cuts; a pump of an earlier one gives up. Guarded by {@link #lock}. */
    private int cuts;
    /** Chunks that wait. Guarded by {@link #lock}. */
    private int held;

    private enum Holding {
        NOTHING,
        REQUESTS,
        ANSWERS
    }

    private FragileLink(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /**
     * Opens a link to a broker, whether it runs yet or not.
     *
     * @throws RigException if no port can be had
     */
    public static FragileLink to(Broker broker) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            ServerSocket listener = new ServerSocket(0, 50, loopback);
            FragileLink link = new FragileLink(listener, new InetSocketAddress(loopback, broker.port()));
            Thread.ofVirtual().name("link-accepts").start(link::accept);
            return link;
        } catch (IOException e) {
            throw new RigException("cannot open a link to " + broker.url() + ": " + e, e);
        }
    }

    /** Its address as MQTT clients write it. */
    public String url() {
        return "tcp://127.0.0.1:" + listener.getLocalPort();
    }

    /** From now on, nothing that the client sends reaches the broker. */
    public void holdRequests() {
        hold(Holding.REQUESTS);
    }

    /** From now on, nothing that the broker sends reaches the client. */
    public void holdAnswers() {
        hold(Holding.ANSWERS);
    }

    /**
     * Waits until something is held back.
     *
     * @throws RigException if nothing is within the bound
     */
    public void awaitHeld(Duration bound) {
        long remainingNanos = bound.toNanos();
        lock.lock();
        try {
            while (held == 0) {
                if (remainingNanos <= 0) {
                    throw new RigException("nothing was sent over the link within " + bound.toSeconds() + " s");
                }
                remainingNanos = changed.awaitNanos(remainingNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigException("interrupted while waiting for the link", e);
        } finally {
            lock.unlock();
        }
    }

    /** Breaks all connections; what is held back is lost. New connections can be made at once, and nothing is held. */
    public void cut() {
        lock.lock();
        try {
            cuts++;
            held = 0;
            holding = Holding.NOTHING;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        sockets.forEach(FragileLink::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new RigException("cannot close the link: " + e, e);
        }
        cut();
    }

    private void hold(Holding direction) {
        lock.lock();
        try {
            holding = direction;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new RigException("the link accepts no more connections: " + e, e);
            }
        }
    }

    private void connect(Socket client) {
        Socket broker = new Socket();
        int cut = cutsSoFar();
        sockets.add(client);
        sockets.add(broker);
        try {
            broker.connect(target);
        } catch (IOException away) {
            end(client, broker);
            return;
        }
        Thread.ofVirtual().start(() -> pump(client, broker, Holding.REQUESTS, cut));
        Thread.ofVirtual().start(() -> pump(broker, client, Holding.ANSWERS, cut));
    }

    private void pump(Socket from, Socket to, Holding direction, int cut) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (!maySend(direction, cut)) {
                    return;
                }
                out.write(chunk, 0, length);
            }
        } catch (IOException broken) {
            // One end is gone; the other shall know it, below.
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    /** Waits while the direction is held back; false if the link is cut meanwhile. */
    private boolean maySend(Holding direction, int cut) throws InterruptedException {
        lock.lock();
        try {
            if (cuts == cut && holding == direction) {
                held++;
                changed.signalAll();
            }
            while (cuts == cut && holding == direction) {
                changed.await();
            }
            return cuts == cut;
        } finally {
            lock.unlock();
        }
    }

    private int cutsSoFar() {
        lock.lock();
        try {
            return cuts;
        } finally {
            lock.unlock();
        }
    }

    private void end(Socket one, Socket other) {
        close(one);
        close(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new RigException("cannot close a connection of the link: " + e, e);
        }
    }
}
