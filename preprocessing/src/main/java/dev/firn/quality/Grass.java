package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;

/**
 * Tells grass from snow: a snow height measured over a surface that is too warm for snow becomes 0, and suspect. The
 * conditions are those of Tilg, Marty and Klein 2015, as MeteoIO's DeGrass filter has them; MeteoIO looks at whole days
 * afterwards, this looks at the 24 hours before each value. Where the surface's temperature is not known, the ground's
 * decides. A height with neither is left alone. So is one over a surface that is below −3 °C now, which is our own limit: the
 * day before the first snow was warm, and that snow is not to wait for a day.
 *
 * @param snowSurfaceTemperature series of the surface's temperature, {@code sensor/quantity}
 * @param groundTemperature series of the ground's temperature below the sensor
 */
public record Grass(String snowSurfaceTemperature, String groundTemperature) implements Rule {

    private static final double WARM_DAY_MEAN = 0;
    private static final double WARM_DAY_MAX = 5;
    private static final double AUTUMN_WARM_MIN = 2;
    private static final double AUTUMN_MILD_MIN = 0;
    private static final double AUTUMN_THIN_METRES = 0.4;
    private static final double AUTUMN_WARM_MAX = 2;
    private static final double COLD_NOW = -3;
    private static final double WARM_GROUND = 7;
    private static final double GROUND_VARIANCE = 1;

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new WarmSurface(this, others);
    }

    private static final class WarmSurface implements Check {
        private final Other surface;
        private final Other ground;
        private final LatestDay surfaceDay = new LatestDay();
        private final LatestDay groundDay = new LatestDay();

        WarmSurface(Grass rule, OtherSeries others) {
            surface = new Other(rule.snowSurfaceTemperature, others);
            ground = new Other(rule.groundTemperature, others);
        }

        @Override
        public void judge(Sample sample) {
            long time = sample.timeMillis();
            double surfaceNow = surface.valueAt(time);
            double groundNow = ground.valueAt(time);
            remember(surfaceDay, time, surfaceNow);
            remember(groundDay, time, groundNow);
            if (sample.isUsable() && sample.value() > 0 && isGrass(sample, surfaceNow, groundNow)) {
                sample.replaceValue(0);
                sample.worsen(QualityFlag.SUSPECT, Reason.GRASS);
            }
        }

        private static void remember(LatestDay day, long time, double value) {
            if (!Double.isNaN(value)) {
                day.add(time, value);
            }
        }

        private boolean isGrass(Sample sample, double surfaceNow, double groundNow) {
            if (!Double.isNaN(surfaceNow)) {
                return surfaceNow >= COLD_NOW
                        && surfaceDay.isCovered()
                        && (isWarmDay() || (isAutumn(sample.timeMillis()) && isAutumnGrass(sample.value())));
            }
            return !Double.isNaN(groundNow)
                    && (groundNow > WARM_GROUND || (groundDay.isCovered() && groundDay.variance() > GROUND_VARIANCE));
        }

        private boolean isWarmDay() {
            return surfaceDay.mean() > WARM_DAY_MEAN && surfaceDay.max() >= WARM_DAY_MAX;
        }

        private boolean isAutumnGrass(double metres) {
            double min = surfaceDay.min();
            return min >= AUTUMN_WARM_MIN
                    || (min >= AUTUMN_MILD_MIN && metres < AUTUMN_THIN_METRES)
                    || (min < AUTUMN_MILD_MIN && surfaceDay.max() >= AUTUMN_WARM_MAX);
        }

        private static boolean isAutumn(long timeMillis) {
            return Instant.ofEpochMilli(timeMillis)
                            .atOffset(ZoneOffset.UTC)
                            .getMonth()
                            .compareTo(Month.JULY)
                    >= 0;
        }

        @Override
        public void save(StateWriter state) {
            surfaceDay.save(state);
            groundDay.save(state);
        }

        @Override
        public void restore(StateReader state) {
            surfaceDay.restore(state);
            groundDay.restore(state);
        }
    }
}
