package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.Broker;
import java.util.List;
import java.util.Map;

/** Mosquitto in a guest, on the guest's own loopback interface, letting anybody in. Any thread. */
public final class GuestBroker implements Broker {

    private static final int PORT = 1883;

    private final KernelGuest guest;
    private final GuestProcess process;

    private GuestBroker(KernelGuest guest, GuestProcess process) {
        this.guest = guest;
        this.process = process;
    }

    /**
     * Starts it and waits until it accepts connections. One for each guest.
     *
     * @throws RigException if it does not, or is not installed
     */
    public static GuestBroker start(KernelGuest guest) {
        // Started by root, Mosquitto would turn into another user, who may not write its output.
        String configuration =
                guest.write("mosquitto.conf", "listener " + PORT + """
                 127.0.0.1
                allow_anonymous true
                user root
                max_queued_messages 0
                log_dest stderr
                log_type error
                log_type warning
                """).toString();
        GuestProcess process = guest.start("mosquitto", List.of("mosquitto", "-c", configuration), Map.of());
        GuestBroker broker = new GuestBroker(guest, process);
        broker.awaitPort();
        return broker;
    }

    @Override
    public int port() {
        return PORT;
    }

    /** Subscribes to everything that gateways publish. */
    public GuestSubscriber subscribe() {
        return GuestSubscriber.start(guest, this);
    }

    @Override
    public void close() {
        process.kill();
    }

    private void awaitPort() {
        String line = String.format("%04X", PORT);
        Outcome outcome = guest.execute(
                "for n in $(seq 300); do grep -q ':%s 00000000:0000 0A' /proc/net/tcp && exit 0; sleep 0.05; done; exit 1"
                        .formatted(line));
        if (!outcome.isSuccess()) {
            throw new RigException(
                    "mosquitto does not accept connections in the guest (is the package mosquitto installed?); it says:\n"
                            + process.words());
        }
    }
}
