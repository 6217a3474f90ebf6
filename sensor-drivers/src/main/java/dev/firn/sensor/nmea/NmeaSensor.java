package dev.firn.sensor.nmea;

import dev.firn.bus.ByteStream;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.TimeReports;
import dev.firn.sensor.gnss.LatestFix;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** A receiver that speaks by itself. */
final class NmeaSensor implements Sensor {

    static final List<Quantity> QUANTITIES = List.of(
            Quantity.LATITUDE,
            Quantity.LONGITUDE,
            Quantity.ALTITUDE,
            Quantity.GROUND_SPEED,
            Quantity.COURSE,
            Quantity.SATELLITES,
            Quantity.POSITION_DILUTION);

    private static final Duration FETCH_EVERY = Duration.ofMillis(200);

    /** Some receivers speak every five seconds. */
    private static final int MOST_POLLS = 30;

    /** A receiver speaks some time after its fix, and takes as long again at 9600 baud. */
    private static final long LATENCY_MILLIS = 500;

    private final ByteStream port;
    private final LongSupplier clock;
    private final TimeReports time;
    private final LatestFix latest;
    private final SentenceReader reader = new SentenceReader(this::hear);
    private final byte[] buffer = new byte[1024];
    private long bytes;
    private boolean isUnderstood;

    /**
     * A receiver.
     *
     * @param clock nanoseconds; says how old what was told is
     * @param time takes what the receiver knows of the time of day
     */
    NmeaSensor(ByteStream port, LongSupplier clock, TimeReports time) {
        this.port = port;
        this.clock = clock;
        this.time = time;
        this.latest = new LatestFix(clock.getAsLong());
    }

    /** That a sentence comes whose checksum is right is all the identity there is. */
    @Override
    public Step initialise() {
        return awaitSentence(MOST_POLLS);
    }

    private Step awaitSentence(int polls) {
        attend();
        if (isUnderstood) {
            return Step.finished();
        }
        if (polls == 0) {
            throw new SensorFaultException(silence());
        }
        return Step.after(FETCH_EVERY, () -> awaitSentence(polls - 1));
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FETCH_EVERY);
    }

    @Override
    public void attend() {
        for (int count = port.read(buffer); count > 0; count = port.read(buffer)) {
            bytes += count;
            reader.accept(buffer, count);
        }
    }

    @Override
    public Step measure() {
        attend();
        long now = clock.getAsLong();
        if (latest.isSilent(now)) {
            throw new SensorFaultException(silence());
        }
        bytes = 0;
        return Step.finished(latest.measured(QUANTITIES, now));
    }

    @Override
    public void close() {
        port.close();
    }

    private String silence() {
        return bytes == 0
                ? "nothing comes from the receiver"
                : bytes + " bytes came, but no position by NMEA 0183: is it the baud rate?";
    }

    private void hear(Sentence sentence) {
        isUnderstood = true;
        Report.of(sentence).ifPresent(report -> hear(report, clock.getAsLong()));
    }

    private void hear(Report report, long now) {
        switch (report) {
            case Report.Fix fix -> {
                latest.fix(fix.place().isPresent(), now);
                fix.place().ifPresent(place -> tell(place, now));
                fix.satellites().ifPresent(count -> latest.tell(Quantity.SATELLITES, count, now));
                tell(Quantity.ALTITUDE, fix.altitude(), now);
                tell(Quantity.POSITION_DILUTION, fix.dilution(), now);
            }
            case Report.Minimum minimum -> {
                latest.fix(minimum.place().isPresent(), now);
                minimum.place().ifPresent(place -> tell(place, now));
                if (minimum.place().isPresent()) {
                    minimum.time().ifPresent(fix -> time.told(fix.toEpochMilli(), LATENCY_MILLIS, now));
                }
                tell(minimum.speed(), minimum.course(), now);
            }
            case Report.Motion motion -> tell(motion.speed(), motion.course(), now);
        }
    }

    private void tell(Report.Place place, long now) {
        latest.tell(Quantity.LATITUDE, place.latitude(), now);
        latest.tell(Quantity.LONGITUDE, place.longitude(), now);
    }

    private void tell(OptionalDouble speed, OptionalDouble course, long now) {
        tell(Quantity.GROUND_SPEED, speed, now);
        tell(Quantity.COURSE, course, now);
    }

    private void tell(Quantity quantity, OptionalDouble value, long now) {
        value.ifPresent(number -> latest.tell(quantity, number, now));
    }
}
