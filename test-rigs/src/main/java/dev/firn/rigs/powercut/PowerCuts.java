package dev.firn.rigs.powercut;

import dev.firn.rigs.RigException;
import dev.firn.rigs.broker.MosquittoBroker;
import dev.firn.rigs.faults.ChaosProxy;
import dev.firn.rigs.faults.LinkFault;
import dev.firn.rigs.gateway.Distribution;
import dev.firn.rigs.kernel.GuestDisk;
import dev.firn.rigs.kernel.GuestHardware;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.KernelGuest;
import dev.firn.rigs.ledger.LedgerSubscriber;
import dev.firn.rigs.process.ScratchDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The gateway in a guest whose power is cut: it reads two sensors five times a second and keeps its outbox on the guest's
 * disk, which outlives the cuts. Of that disk, what the guest's kernel had not written yet is lost, as on a card. The
 * broker and the subscriber are outside, beyond a link that fails now and then. One thread.
 */
public final class PowerCuts {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final long DISK_BYTES = 64 << 20;

    /** A card with the outbox; the way out through the second serial line; an accelerometer and a thermometer. */
    private static final String SET_UP = """
            mkdir /mnt/card && mount -t ext4 /dev/ubda /mnt/card
            stty -F /dev/tty1 raw -echo
            socat TCP-LISTEN:1883,bind=127.0.0.1,reuseaddr FILE:/dev/tty1,raw,echo=0 </dev/null >/dev/null 2>&1 &
            dev i2c 1 add 53 reg8
            dev i2c 1 set 53 00 e5
            dev i2c 1 mask 53 00 00
            dev i2c 1 set 53 32 000000000001
            dev i2c 1 add 44 cmd
            dev i2c 1 set 44 2400 6666938000a2
            dev i2c 1 set 44 3780 dead98beef92
            """;

    private static final String CONFIGURATION = """
            node: {site: kronplatz, id: mast}
            sensors:
              - {id: rope, driver: adxl345, bus: i2c-1, address: 0x53, every: 200ms}
              - {id: air, driver: sht31, bus: i2c-1, address: 0x44, every: 200ms}
            pipeline: {window: 1s}
            clock: {wait: 0s}
            outbox: {directory: /mnt/card/outbox, sync-every: 200ms}
            uplink: {mqtt: {url: "tcp://127.0.0.1:1883"}}
            """;

    private static final String CACHE = "/tmp/firn.aot";

    private final Path launcher;
    private final AotCache cache;
    private final GuestDisk disk;
    private final ChaosProxy link;
    private final LedgerSubscriber subscriber;
    private final Tally tally;
    private final Random random;

    private PowerCuts(
            Path launcher, AotCache cache, GuestDisk disk, ChaosProxy link, LedgerSubscriber subscriber, long seed) {
        this.launcher = launcher;
        this.cache = cache;
        this.disk = disk;
        this.link = link;
        this.subscriber = subscriber;
        tally = new Tally("power cut", seed);
        random = new Random(seed);
    }

    /**
     * Cuts the power so often, and then lets the gateway deliver.
     *
     * @param progress told after each cut
     * @throws RigException if a gateway does not come up, or the guest's disk is damaged
     */
    public static CutReport run(Distribution distribution, int cuts, long seed, Consumer<String> progress) {
        Path launcher = distribution.home().toAbsolutePath().normalize().resolve("bin/firn");
        try (ScratchDirectory directory = ScratchDirectory.create("firn-power-cut");
                MosquittoBroker broker = MosquittoBroker.started();
                ChaosProxy link = ChaosProxy.to(broker);
                LedgerSubscriber subscriber = LedgerSubscriber.connect(broker.url(), "ledger")) {
            GuestDisk disk = GuestDisk.create(directory.resolve("card"), DISK_BYTES);
            AotCache cache = AotCache.make(distribution, directory.path());
            PowerCuts rig = new PowerCuts(launcher, cache, disk, link, subscriber, seed);
            for (int cut = 1; cut <= cuts; cut++) {
                rig.cut(Moment.random(rig.random, LONGEST_PAUSE));
                progress.accept("power cut " + cut + " of " + cuts);
            }
            return rig.deliver();
        }
    }

    private void cut(Moment moment) {
        link.let(moment.link() == Moment.Link.DEAD ? new LinkFault.BlackHole() : new LinkFault.None());
        try (KernelGuest guest = boot()) {
            GuestProcess gateway = start(guest);
            if (!moment.early()) {
                awaitUp(guest, gateway);
            }
            Instant up = Instant.now();
            guest.pause(moment.pause().dividedBy(2));
            if (moment.link() == Moment.Link.DIES) {
                link.let(new LinkFault.BlackHole());
            }
            guest.pause(moment.pause().dividedBy(2));
            String words = gateway.words();
            Instant end = Instant.now();
            guest.cutPower();
            tally.ended(true, words);
            if (!moment.early()) {
                tally.lasted(up, end);
            }
        }
        disk.check();
    }

    private CutReport deliver() {
        link.heal();
        try (KernelGuest guest = boot()) {
            GuestProcess gateway = start(guest);
            awaitUp(guest, gateway);
            long beforeMillis = Instant.now().toEpochMilli();
            subscriber.await(
                    "everything that was left, and the summaries of the last run",
                    ledger -> Tally.lost(ledger) == 0
                            && ledger.summaries().stream().anyMatch(summary -> summary.fromMillis() > beforeMillis),
                    BOUND);
            gateway.terminate();
            int status = gateway.waitFor(BOUND);
            if (status != 0) {
                tally.complain("stopped as asked, it ended with " + status);
            }
            tally.ended(false, gateway.words());
        }
        subscriber.drain(BOUND);
        disk.check();
        return tally.report(subscriber.ledger());
    }

    private KernelGuest boot() {
        KernelGuest guest = KernelGuest.boot(GuestHardware.PLAIN.withDisk(disk).withLineTo(link.port()));
        try {
            guest.run(SET_UP + "cp " + cache.file() + " " + CACHE);
            return guest;
        } catch (RigException e) {
            guest.close();
            throw e;
        }
    }

    private GuestProcess start(KernelGuest guest) {
        String file = guest.write("gateway.yaml", CONFIGURATION).toString();
        return guest.start("firn", List.of(launcher.toString(), "run", "--config", file), cache.environment(CACHE));
    }

    private void awaitUp(KernelGuest guest, GuestProcess gateway) {
        long startNanos = System.nanoTime();
        while (!Tally.isUp(gateway.words())) {
            if (System.nanoTime() - startNanos > BOUND.toNanos()) {
                throw new RigException("after " + tally.cuts() + " power cuts the gateway does not come up within "
                        + BOUND.toSeconds() + " s; it says:\n" + gateway.words());
            }
            guest.pause(GLANCE);
        }
        tally.started(Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
