package dev.firn.quality;

import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;

/**
 * An anemometer that shows calm for long while the air is cold and damp is likely to be frozen, and suspect. How cold and
 * damp are our own limits: rime forms from droplets below 0 °C, which need air near saturation.
 *
 * @param airTemperature the air's series, {@code sensor/quantity}
 * @param relativeHumidity its humidity's series
 * @param calmMillis how long calm is believed, milliseconds, above 0
 */
public record Icing(String airTemperature, String relativeHumidity, long calmMillis) implements Rule {

    /** Up to this wind a cup does not turn, m/s. */
    private static final double CALM = 0.1;

    private static final double WARMEST = 0.5;
    private static final double DRIEST = 90;

    /** Checks the time. */
    public Icing {
        if (calmMillis <= 0) {
            throw new IllegalArgumentException("icing: calm for " + calmMillis + " ms: want more than 0");
        }
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new Frozen(this, others);
    }

    private static final class Frozen implements Check {
        private final long calmMillis;
        private final Other air;
        private final Other humidity;
        private boolean calm;
        private long sinceMillis;

        Frozen(Icing rule, OtherSeries others) {
            calmMillis = rule.calmMillis;
            air = new Other(rule.airTemperature, others);
            humidity = new Other(rule.relativeHumidity, others);
        }

        @Override
        public void judge(Sample sample) {
            long time = sample.timeMillis();
            if (sample.value() > CALM) {
                calm = false;
            } else if (!calm) {
                calm = true;
                sinceMillis = time;
            } else if (time - sinceMillis >= calmMillis
                    && air.valueAt(time) <= WARMEST
                    && humidity.valueAt(time) >= DRIEST) {
                sample.worsen(QualityFlag.SUSPECT, Reason.FROZEN_ANEMOMETER);
            }
        }

        @Override
        public void save(StateWriter state) {
            state.put(calm).put(sinceMillis);
        }

        @Override
        public void restore(StateReader state) {
            calm = state.getBoolean();
            sinceMillis = state.getLong();
        }
    }
}
