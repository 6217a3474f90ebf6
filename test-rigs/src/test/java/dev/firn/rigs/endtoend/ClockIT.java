package dev.firn.rigs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.firn.rigs.kernel.GpioScript;
import dev.firn.rigs.kernel.GuestProcess;
import dev.firn.rigs.kernel.SerialPort;
import dev.firn.rigs.ledger.Ledger;
import dev.firn.rigs.ledger.Message;
import dev.firn.rigs.ledger.PublishedEvent;
import dev.firn.rigs.ledger.PublishedSummary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A board without a battery clock, whose bucket tips while nobody knows what time it is. The guest begins in 1970; the host
 * knows the time, and the guest's clock is its own.
 */
class ClockIT {

    private static final String RAIN = "rain/precipitation";
    private static final String BUCKET =
            "  - {id: rain, driver: rain-gauge, line: 5, debounce: 5ms, millimetres-per-tip: 1, every: 1s}\n";
    private static final Duration YEARS_10 = Duration.ofDays(3652);
    private static final Duration HALF = Duration.ofMillis(60);

    /** A window, and what passes between a look at the host's clock and what is done with it in the guest. */
    private static final long SLACK_MILLIS = 10_000;

    private final GuestRig rig = new GuestRig();
    private long startMillis;

    @BeforeEach
    void begin1970() {
        rig.guest().run("date -s '1970-01-01 00:05:00' && [ $(date +%Y) = 1970 ]");
        startMillis = System.currentTimeMillis();
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void whatIsMeasuredIn1970IsDatedRightlyAndNoLeapOfTheClockChangesThat() {
        GuestProcess gateway = rig.start(BUCKET, "10m");
        rig.awaitLedger("the node's status", seen -> seen.latest("/status").isPresent());
        awaitGauge();
        tip(10);
        assertThat(rig.ledger().summaries()).isEmpty();
        assertThat(rig.ledger().events())
                .as("nothing leaves before the time is known")
                .isEmpty();

        set(System.currentTimeMillis());
        PublishedEvent corrected = rig.awaitEvent("clock-corrected");
        assertThat(corrected.detail().path("source").asText()).isEqualTo("timesyncd");
        assertThat(corrected.number("to-ms")).isCloseTo(System.currentTimeMillis(), within(60_000L));
        awaitRain(10);
        assertThat(rig.ledger().events("started")).singleElement().satisfies(this::isDatedRightly);

        rig.mark();
        set(System.currentTimeMillis() + YEARS_10.toMillis());
        assertThat(rig.awaitEvent("clock-refused").number("step-ms"))
                .isCloseTo(YEARS_10.toMillis(), within(SLACK_MILLIS));
        tip(5);
        awaitRain(15);

        rig.mark();
        set(System.currentTimeMillis() - Duration.ofHours(36).toMillis());
        PublishedEvent refused = rig.awaitEvent("clock-refused");
        assertThat(refused.severity()).isEqualTo("alarm");
        assertThat(refused.number("step-ms")).isCloseTo(-Duration.ofHours(36).toMillis(), within(SLACK_MILLIS));
        tip(5);
        awaitRain(20);

        set(System.currentTimeMillis());
        tip(5);
        Ledger ledger = awaitRain(25);
        assertThat(ledger.events("clock-refused")).hasSize(2);
        assertThat(ledger.events("clock-corrected")).hasSize(1);
        assertThat(ledger.events("readings-late")).isEmpty();
        assertThat(ledger.events("readings-dropped")).isEmpty();
        assertDatedRightly(ledger);
        assertOneWindowAfterAnother(ledger);
        gateway.terminate();
        assertThat(gateway.waitFor(GuestRig.BOUND)).as(gateway.words()).isZero();
    }

    @Test
    void whatWaitsWithAGuessForADateIsRedatedBeforeItLeaves() {
        rig.guest().run("kill -STOP $(pidof mosquitto)");
        GuestProcess gateway = rig.start(BUCKET, "0s");
        awaitLog(gateway, "dates are a guess");
        awaitGauge();
        tip(10);
        Awaitility.await()
                .atMost(GuestRig.BOUND)
                .until(() -> Integer.parseInt(rig.guest()
                                .run("cat /var/tmp/firn-outbox/*.log | grep -ac 'summary/rain' || true")
                                .strip())
                        >= 3);
        set(System.currentTimeMillis());
        awaitLog(gateway, "and is set to");
        tip(5);
        rig.guest().run("kill -CONT $(pidof mosquitto)");
        Ledger ledger = awaitRain(15);
        assertDatedRightly(ledger);
        assertThat(ledger.events("clock-unsynced")).singleElement().satisfies(this::isDatedRightly);
        assertThat(rain(ledger)).anySatisfy(message -> assertThat(message).contains("\"redated-ms\":"));
        assertThat(rain(ledger)).allSatisfy(message -> assertThat(message).contains("\"synced\":true"));
    }

    @Test
    void aSatelliteReceiverTellsTheTimeWhereNobodyElseDoes() {
        SerialPort port = rig.devices().plugSerial("/dev/ttyAMA1");
        GuestProcess gateway = rig.start(BUCKET + "  - {id: gps, driver: nmea, port: /dev/ttyAMA1}\n", "10m");
        rig.awaitLedger("the node's status", seen -> seen.latest("/status").isPresent());
        awaitGauge();
        tip(10);
        port.send(rmc(Instant.now()));
        PublishedEvent corrected = rig.awaitEvent("clock-corrected");
        assertThat(corrected.detail().path("source").asText())
                .as(gateway.words())
                .isEqualTo("gps");
        Ledger ledger = awaitRain(10);
        assertDatedRightly(ledger);
        assertThat(rain(ledger)).allSatisfy(message -> assertThat(message).contains("\"uncertainty-ms\":5"));
    }

    /** Sets the guest's clock, and leaves the mark that timesyncd leaves. */
    private void set(long millis) {
        rig.guest()
                .run("date -s @%d.%03d && mkdir -p /run/systemd/timesync && touch /run/systemd/timesync/synchronized"
                        .formatted(millis / 1000, millis % 1000));
    }

    /** Waits until the gateway has the line: what tips before is nobody's. */
    private void awaitGauge() {
        Awaitility.await("the gauge")
                .atMost(GuestRig.BOUND)
                .until(() -> rig.guest()
                        .execute("grep -q '(firn)' /sys/kernel/debug/gpio")
                        .isSuccess());
    }

    private void tip(int times) {
        rig.devices()
                .run(GpioScript.empty().up(5).pause(HALF).down(5).pause(HALF).times(times));
    }

    /** Waits until every tip has arrived in a summary, and no more than that. */
    private Ledger awaitRain(double millimetres) {
        Ledger ledger = rig.awaitLedger(millimetres + " mm of rain", seen -> sum(seen) >= millimetres - 1e-9);
        assertThat(sum(ledger)).isCloseTo(millimetres, within(1e-9));
        assertThat(ledger.gaps()).isEmpty();
        assertThat(ledger.alteredDuplicates()).isEmpty();
        return ledger;
    }

    private static double sum(Ledger ledger) {
        return GatewayRig.of(RAIN, ledger).stream()
                .mapToDouble(summary -> summary.statistic("sum").orElse(0))
                .sum();
    }

    private static List<String> rain(Ledger ledger) {
        return ledger.messages().stream()
                .filter(message -> message.topic().endsWith("/summary/" + RAIN))
                .map(Message::payload)
                .toList();
    }

    private void assertDatedRightly(Ledger ledger) {
        long now = System.currentTimeMillis();
        assertThat(ledger.summaries()).isNotEmpty().allSatisfy(summary -> {
            assertThat(summary.fromMillis()).isGreaterThan(startMillis - SLACK_MILLIS);
            assertThat(summary.toMillis()).isLessThan(now + SLACK_MILLIS);
        });
        assertThat(ledger.events()).allSatisfy(this::isDatedRightly);
    }

    private void isDatedRightly(PublishedEvent event) {
        assertThat(event.timeMillis()).isBetween(startMillis - SLACK_MILLIS, System.currentTimeMillis() + SLACK_MILLIS);
    }

    /** The gauge is read every second, so that no window of two is empty. */
    private static void assertOneWindowAfterAnother(Ledger ledger) {
        List<PublishedSummary> windows = GatewayRig.of(RAIN, ledger);
        for (int place = 1; place < windows.size(); place++) {
            assertThat(windows.get(place).fromMillis())
                    .isEqualTo(windows.get(place - 1).toMillis());
        }
    }

    private static void awaitLog(GuestProcess gateway, String words) {
        Awaitility.await(words)
                .atMost(GuestRig.BOUND)
                .until(() -> gateway.errors().contains(words));
    }

    /** What a receiver with a fix says at this moment. */
    private static String rmc(Instant time) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HHmmss.SSS").withZone(ZoneOffset.UTC);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("ddMMyy").withZone(ZoneOffset.UTC);
        String sentence =
                "GPRMC," + clock.format(time) + ",A,4644.22,N,01157.30,E,000.0,054.7," + day.format(time) + ",,,A";
        int checksum = 0;
        for (byte character : sentence.getBytes(StandardCharsets.US_ASCII)) {
            checksum ^= character;
        }
        return "$%s*%02X\r\n".formatted(sentence, checksum);
    }
}
