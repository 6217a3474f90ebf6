package dev.firn.sensor.gpsd;

import dev.firn.bus.ByteStream;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorFaultException;
import dev.firn.sensor.Step;
import dev.firn.sensor.TimeReports;
import dev.firn.sensor.gnss.LatestFix;
import dev.firn.telemetry.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** A connection to gpsd, which speaks by itself once it is asked to. Protocol: gpsd_json(5). */
final class GpsdSensor implements Sensor {

    static final List<Quantity> QUANTITIES = List.of(
            Quantity.LATITUDE,
            Quantity.LONGITUDE,
            Quantity.ALTITUDE,
            Quantity.GROUND_SPEED,
            Quantity.COURSE,
            Quantity.SATELLITES,
            Quantity.POSITION_DILUTION,
            Quantity.POSITION_ERROR);

    /** Keys of the class TPV; {@code alt} is what releases before 3.20 call the height above mean sea level. */
    private static final Map<Quantity, String[]> OF_TPV = Map.of(
            Quantity.LATITUDE, new String[] {"lat"},
            Quantity.LONGITUDE, new String[] {"lon"},
            Quantity.ALTITUDE, new String[] {"altMSL", "alt"},
            Quantity.GROUND_SPEED, new String[] {"speed"},
            Quantity.COURSE, new String[] {"track"},
            Quantity.POSITION_ERROR, new String[] {"eph"});

    private static final String WATCH = "?WATCH={\"enable\":true,\"json\":true};\n";
    private static final Duration FETCH_EVERY = Duration.ofMillis(200);
    private static final int MOST_POLLS = 25;

    /** {@code mode} of the class TPV: 0 and 1 are no fix, 2 has no altitude, 3 has all. */
    private static final int LEAST_MODE = 2;

    /** From the receiver's fix to here, without a pulse a second. */
    private static final long LATENCY_MILLIS = 500;

    private final ByteStream connection;
    private final LongSupplier clock;
    private final TimeReports time;
    private final LatestFix latest;
    private final JsonLines lines = new JsonLines(this::hear);
    private final byte[] buffer = new byte[4096];
    private boolean isGpsd;

    /**
     * A connection.
     *
     * @param clock nanoseconds; says how old what was told is
     * @param time takes what the receiver knows of the time of day
     */
    GpsdSensor(ByteStream connection, LongSupplier clock, TimeReports time) {
        this.connection = connection;
        this.clock = clock;
        this.time = time;
        this.latest = new LatestFix(clock.getAsLong());
    }

    /** The first line says that it is gpsd; only then is it asked for anything. */
    @Override
    public Step initialise() {
        return awaitVersion(MOST_POLLS);
    }

    private Step awaitVersion(int polls) {
        attend();
        if (isGpsd) {
            connection.write(WATCH.getBytes(StandardCharsets.US_ASCII));
            return Step.finished();
        }
        if (polls == 0) {
            throw new SensorFaultException("it does not say that it is gpsd");
        }
        return Step.after(FETCH_EVERY, () -> awaitVersion(polls - 1));
    }

    @Override
    public Optional<Duration> attendEvery() {
        return Optional.of(FETCH_EVERY);
    }

    @Override
    public void attend() {
        for (int count = connection.read(buffer); count > 0; count = connection.read(buffer)) {
            lines.accept(buffer, count);
        }
    }

    @Override
    public Step measure() {
        attend();
        long now = clock.getAsLong();
        if (latest.isSilent(now)) {
            throw new SensorFaultException(
                    "gpsd tells no position, nor that there is none: is its receiver connected?");
        }
        return Step.finished(latest.measured(QUANTITIES, now));
    }

    @Override
    public void close() {
        connection.close();
    }

    private void hear(String line) {
        GpsdObject object = GpsdObject.parse(line).orElse(null);
        if (!isGpsd && (object == null || !object.kind().equals("VERSION"))) {
            throw new SensorFaultException("is not gpsd: it says " + line.substring(0, Math.min(line.length(), 60)));
        }
        if (object != null) {
            hear(object, clock.getAsLong());
        }
    }

    private void hear(GpsdObject object, long now) {
        switch (object.kind()) {
            case "VERSION" -> isGpsd = true;
            case "TPV" -> hearPosition(object, now);
            case "SKY" -> hearSatellites(object, now);
            case "ERROR" ->
                throw new SensorFaultException("gpsd: " + object.texts().getOrDefault("message", "no reason"));
            default -> {} // gpsd_json(5): clients ignore what they do not know.
        }
    }

    private void hearPosition(GpsdObject position, long now) {
        boolean hasFix = position.number("mode").orElse(0) >= LEAST_MODE;
        latest.fix(hasFix, now);
        if (hasFix) {
            tellTime(position, now);
        }
        OF_TPV.forEach((quantity, keys) -> tell(quantity, position.number(keys), now));
    }

    /** {@code ept} is the 95 % confidence of the time, in seconds. */
    private void tellTime(GpsdObject position, long now) {
        String text = position.texts().getOrDefault("time", "");
        if (!text.isEmpty()) {
            try {
                long error = Math.round(position.number("ept").orElse(0) * 1000);
                time.told(Instant.parse(text).toEpochMilli(), LATENCY_MILLIS + error, now);
            } catch (DateTimeException e) {
                // A time of another form is none; the position stands without it.
            }
        }
    }

    private void hearSatellites(GpsdObject sky, long now) {
        tell(Quantity.POSITION_DILUTION, sky.number("hdop"), now);
        OptionalDouble used = sky.number("uSat");
        tell(Quantity.SATELLITES, used.isPresent() ? used : sky.used(), now);
    }

    private void tell(Quantity quantity, OptionalDouble value, long now) {
        value.ifPresent(number -> latest.tell(quantity, number, now));
    }
}
