package dev.firn.quality;

import dev.firn.telemetry.Quantity;

/**
 * What is asked of the values of one series: the settings of one test. Immutable; each test that is made of it has a
 * memory of its own.
 */
public sealed interface Rule
        permits UserRange,
                Climatology,
                RateOfChange,
                FlatLine,
                AttenuatedSignal,
                DewPoint,
                Icing,
                Gust,
                Sunshine,
                Grass,
                MountHeight,
                Moisture {

    /**
     * A test of a series of this quantity.
     *
     * @param others where the values of other series are seen
     */
    Check check(Quantity quantity, OtherSeries others);
}
