package dev.firn.rigs.kernel;

import dev.firn.rigs.RigException;
import dev.firn.rigs.asyncapi.AsyncApi;
import dev.firn.rigs.broker.Broker;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Everything that gateways publish in a guest, received there by {@code mosquitto_sub} with quality of service 1 and read
 * here, in the order it came. Any thread.
 */
public final class GuestSubscriber {

    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String MARKER = "rigs/marker/subscribed";

    private final KernelGuest guest;
    private final GuestProcess process;

    private final Lock lock = new ReentrantLock();
    /** What came up to the latest look. Guarded by {@link #lock}. */
    private final Ledger entered = Ledger.of(AsyncApi.documented());

    private GuestSubscriber(KernelGuest guest, GuestProcess process) {
        this.guest = guest;
        this.process = process;
    }

    /**
     * Starts it and waits until it has subscribed. One for each guest.
     *
     * @throws RigException if it does not, or is not installed
     */
    static GuestSubscriber start(KernelGuest guest, Broker broker) {
        String port = Integer.toString(broker.port());
        List<String> command = List.of(
                "mosquitto_sub",
                "-h",
                "127.0.0.1",
                "-p",
                port,
                "-q",
                "1",
                "-F",
                "%r %t %p",
                "-t",
                "firn/#",
                "-t",
                "rigs/marker/#");
        GuestSubscriber subscriber = new GuestSubscriber(guest, guest.start("mosquitto_sub", command, Map.of()));
        guest.run("mosquitto_pub -h 127.0.0.1 -p " + port + " -r -t " + MARKER + " -m here");
        subscriber.awaitMarker();
        return subscriber;
    }

    /** What came so far, in the order it came. */
    public List<Message> messages() {
        String text = process.output();
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(GuestSubscriber::message)
                .filter(message -> !message.topic().equals(MARKER))
                .toList();
    }

    /** What came so far, by epoch and seq; each message checked against {@link AsyncApi}. */
    public Ledger ledger() {
        lock.lock();
        try {
            messages().stream().skip(entered.arrivals()).forEach(entered::add);
            return entered.copy();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the ledger is as wanted.
     *
     * @param what what is waited for, for the message
     * @return the ledger as it was wanted
     * @throws RigException if it is not so within the bound; the message tells the latest messages
     */
    public Ledger await(String what, Predicate<Ledger> wanted, Duration bound) {
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        Ledger ledger = ledger();
        while (!wanted.test(ledger)) {
            if (System.nanoTime() > deadlineNanos) {
                throw new RigException("waited " + bound.toSeconds() + " s in vain for " + what + "; the latest of "
                        + ledger.arrivals() + " messages:\n" + latest());
            }
            guest.pause(BETWEEN_LOOKS);
            ledger = ledger();
        }
        return ledger;
    }

    private void awaitMarker() {
        long deadlineNanos = System.nanoTime() + STARTING.toNanos();
        while (!process.output().contains(MARKER)) {
            if (System.nanoTime() > deadlineNanos || !process.isAlive()) {
                throw new RigException(
                        "mosquitto_sub does not subscribe in the guest (is the package mosquitto-clients installed?); it"
                                + " says:\n" + process.words());
            }
            guest.pause(BETWEEN_LOOKS);
        }
    }

    private String latest() {
        List<String> lines = process.output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static Message message(String line) {
        String[] words = line.split(" ", 3);
        return new Message(words[1], words[2], words[0].equals("1"));
    }
}
