package dev.firn.rigs.demo.night;

import dev.firn.rigs.RigException;
import dev.firn.rigs.demo.recorded.WinterDay;
import dev.firn.rigs.demo.talk.Feed;
import dev.firn.rigs.demo.talk.Feed.Value;
import dev.firn.rigs.process.ScratchDirectory;
import dev.firn.rigs.recompute.Recorded;
import dev.firn.rigs.recompute.Sample;
import dev.firn.rigs.recompute.Series;
import dev.firn.rigs.recordings.Recording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The night from 18:00 to 06:00: what the station recorded every half hour, and from 22:00 on a groomer that drives over the
 * slope and tells every second where it is, how deep the snow is under it and how it leans. The depths scatter by a
 * centimetre. Every run makes the same.
 */
final class NightFeed {

    /** When the groomer sets out. */
    static final long DRIVE_MILLIS = WinterDay.millis("2014-12-26T22:00:00+01:00");

    private static final long DUSK_MILLIS = WinterDay.millis("2014-12-26T18:00:00+01:00");
    private static final String DAWN = "2014-12-27T06:00:01+01:00";
    private static final long SEED = 7;
    private static final double DEPTH_NOISE = 0.01;
    private static final int MILLIMETRES = 3;
    private static final int TENTHS = 1;
    private static final double PITCH = 8;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int PING_EVERY = 10;
    // So that a plan is made of all that was seen.
    private static final int STAYS_SECONDS = 70;
    private static final BigDecimal SATURATED = BigDecimal.valueOf(100);

    private final Feed feed = new Feed();
    private final Random random = new Random(SEED);

    private NightFeed() {}

    static Feed make() {
        try (ScratchDirectory directory = ScratchDirectory.create("firn-night")) {
            Recorded station = WinterDay.station(Recording.WFJ2, directory.path(), DAWN);
            return new NightFeed().told(station);
        }
    }

    private Feed told(Recorded station) {
        List<Sample> heights = series(station, "snow-height").samples();
        for (int row = 0; row < heights.size(); row++) {
            long time = heights.get(row).timeMillis();
            if (time >= DUSK_MILLIS) {
                tell(station, row, time);
                feed.ping(time);
            }
            if (time == DRIVE_MILLIS) {
                drive();
            }
        }
        feed.drain();
        return feed;
    }

    private void tell(Recorded station, int row, long time) {
        List<Value> values = new ArrayList<>();
        for (String quantity : List.of("snow-height", "snow-surface-temperature", "air-temperature")) {
            value(station, quantity, row).ifPresent(value -> values.add(new Value("station/" + quantity, value)));
        }
        // Saturated air cools no bulb: its temperature is that of the air.
        value(station, "relative-humidity", row)
                .filter(humidity -> humidity.compareTo(SATURATED) >= 0)
                .flatMap(humidity -> value(station, "air-temperature", row))
                .ifPresent(value -> values.add(new Value("station/wet-bulb-temperature", value)));
        feed.values(time, values.toArray(Value[]::new));
    }

    private void drive() {
        for (int second = 0; second <= Drive.seconds() + STAYS_SECONDS; second++) {
            long time = DRIVE_MILLIS + (second + 1L) * MILLIS_PER_SECOND;
            Drive.Place place = Drive.at(second);
            feed.values(
                    time,
                    new Value("gps/latitude", Earth.latitude(place.y())),
                    new Value("gps/longitude", Earth.longitude(place.x())),
                    new Value("under/snow-depth", rounded(depth(place), MILLIMETRES)),
                    new Value("tilt/pitch", rounded(PITCH, TENTHS)),
                    new Value("tilt/roll", rounded(Slope.roll(place.x(), place.y()), TENTHS)));
            if ((second + 1) % PING_EVERY == 0) {
                feed.ping(time);
            }
        }
    }

    private double depth(Drive.Place place) {
        return Slope.depth(place.x(), place.y()) + DEPTH_NOISE * random.nextGaussian();
    }

    private static Optional<BigDecimal> value(Recorded station, String quantity, int row) {
        return series(station, quantity).samples().get(row).value();
    }

    private static Series series(Recorded station, String quantity) {
        return station.series().stream()
                .filter(series -> series.quantity().equals(quantity))
                .findFirst()
                .orElseThrow(() -> new RigException("the station has no " + quantity));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
