package dev.firn.rigs.faults;

import dev.firn.rigs.RigException;
import dev.firn.rigs.faults.LinkFault.Direction;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection through a {@link ChaosProxy}: two sockets, and what goes from each to the other. */
final class Passage {

    private final ChaosProxy proxy;
    private final Socket client;
    private final Socket broker;
    private final CountDownLatch ended = new CountDownLatch(1);
    /** The directions that bytes were lost of. */
    private final Set<Direction> holes = ConcurrentHashMap.newKeySet();

    Passage(ChaosProxy proxy, Socket client, Socket broker) {
        this.proxy = proxy;
        this.client = client;
        this.broker = broker;
    }

    /** Begins to carry, once both sockets are connected. */
    void begin() {
        new Pump(this, Direction.REQUESTS, client, broker).start();
        new Pump(this, Direction.ANSWERS, broker, client).start();
    }

    LinkFault fault() {
        return proxy.fault();
    }

    void lost(Direction direction, LinkFault fault) {
        holes.add(direction);
        proxy.lostTo(fault);
    }

    /** Whether bytes would come again, under this fault, in a direction that some are missing of. */
    boolean hasHoleThatOpens(LinkFault fault) {
        return holes.stream().anyMatch(direction -> !fault.swallows(direction));
    }

    /** Waits; false if the connection has ended meanwhile. */
    boolean waits(long nanos) throws InterruptedException {
        return !ended.await(nanos, TimeUnit.NANOSECONDS);
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Ends it in order: both ends see the end of the stream. */
    void finish() {
        end(false);
    }

    /** Breaks it off: both ends see a reset. */
    void reset() {
        end(true);
    }

    private void end(boolean abruptly) {
        ended.countDown();
        close(client, abruptly);
        close(broker, abruptly);
        proxy.ended(this);
    }

    private static void close(Socket socket, boolean abruptly) {
        try {
            if (abruptly && !socket.isClosed()) {
                // With nothing to linger for, TCP sends a reset instead of its good-bye.
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new RigException("cannot close a connection of the link: " + e, e);
            }
        }
    }
}
