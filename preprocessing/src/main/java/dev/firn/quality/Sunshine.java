package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;

/**
 * A thermometer in a shield that no fan airs is warmed by strong sun, twice over snow, when there is no wind: its value is
 * suspect then. Huwald et al. 2009, "Albedo effect on radiative errors in air temperature measurements", Water Resources
 * Research 45, W08431: errors of kelvins with reflected radiation above some 300 W/m² and wind below 2 m/s.
 *
 * @param shortwave the series of the radiation, {@code sensor/quantity}, W/m²
 * @param wind the series of the wind
 * @param above radiation beyond which the sun warms, W/m²
 * @param below wind below which it does, m/s
 */
public record Sunshine(String shortwave, String wind, double above, double below) implements Rule {

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        Other radiation = new Other(shortwave, others);
        Other air = new Other(wind, others);
        return sample -> {
            long time = sample.timeMillis();
            if (radiation.valueAt(time) > above && air.valueAt(time) < below) {
                sample.worsen(QualityFlag.SUSPECT, Reason.SELF_HEATED);
            }
        };
    }
}
