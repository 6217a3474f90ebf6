package dev.firn.history;

import dev.firn.clock.ClockStamp;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import dev.firn.telemetry.Summary;
import java.util.Map;

/** Summaries that a station may have: their figures follow from when the window ended. */
final class Weather {

    static final SeriesId AIR = new SeriesId("air", Quantity.AIR_TEMPERATURE);
    static final SeriesId WIND = new SeriesId("mast", Quantity.WIND_DIRECTION);
    static final long MINUTE = 60_000;
    static final long START = 1_419_548_400_000L;
    static final ClockStamp CLOCK = new ClockStamp(START, true, 12);

    private Weather() {}

    /** The window of a minute that ended so many minutes after the start. */
    static Summary minute(SeriesId series, int number) {
        return window(series, START + (number - 1) * MINUTE, START + number * MINUTE, number);
    }

    static Summary window(SeriesId series, long fromMillis, long toMillis, int number) {
        double some = Math.sin(number) * 20;
        return new Summary(
                series,
                fromMillis,
                toMillis,
                60,
                58,
                1,
                59,
                some,
                series.equals(WIND) ? Double.NaN : some - 1,
                series.equals(WIND) ? Double.NaN : some + 1,
                0.37,
                some,
                some + 0.9,
                some + 0.1,
                Double.NaN,
                QualityFlag.SUSPECT,
                Map.of(Reason.SPIKE, 1L, Reason.NO_VALUE, 1L));
    }
}
