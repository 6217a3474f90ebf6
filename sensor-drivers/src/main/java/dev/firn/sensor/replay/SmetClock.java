package dev.firn.sensor.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Finds the time of a row of SMET data in its timestamp column, in its Julian date, or in both, which must then agree
 * (within a second, says the standard).
 */
final class SmetClock {

    /** What the time columns of a line say. */
    sealed interface Time {

        /** Milliseconds since 1970-01-01T00:00Z. */
        record At(long millis) implements Time {}

        /** No time; why not. */
        record Unreadable(String reason) implements Time {}
    }

    private static final int NONE = -1;
    private static final long AGREEMENT_MILLIS = 1000;
    /** Julian date of 1970-01-01T00:00Z. */
    private static final BigDecimal UNIX_EPOCH = new BigDecimal("2440587.5");

    private static final BigDecimal DAY_MILLIS = new BigDecimal(86_400_000);
    /** Four-digit years, as in timestamps. */
    private static final BigDecimal LEAST_JULIAN = new BigDecimal("1721059.5");

    private static final BigDecimal GREATEST_JULIAN = new BigDecimal("5373484.5");

    private final long offsetMillis;
    private int timestampColumn = NONE;
    private int julianColumn = NONE;
    private LinearConversion toJulian = LinearConversion.NONE;

    SmetClock(SmetHeader header) {
        offsetMillis = header.offsetMillis();
        List<SmetColumn> columns = header.columns();
        for (int i = 0; i < columns.size(); i++) {
            use(i, columns.get(i));
        }
    }

    private void use(int index, SmetColumn column) {
        switch (column) {
            case SmetColumn.Timestamp _ -> timestampColumn = index;
            case SmetColumn.Julian(LinearConversion conversion) -> {
                julianColumn = index;
                toJulian = conversion;
            }
            case SmetColumn.Value _ -> {}
        }
    }

    Time read(SmetColumns line) {
        if (julianColumn == NONE) {
            return timestamp(line);
        }
        return timestampColumn == NONE ? julian(line) : agreed(timestamp(line), julian(line));
    }

    private static Time agreed(Time timestamp, Time julian) {
        if (timestamp instanceof Time.At(long first)
                && julian instanceof Time.At(long second)
                && Math.abs(first - second) >= AGREEMENT_MILLIS) {
            return new Time.Unreadable("timestamp and julian are " + Math.abs(first - second) + " ms apart");
        }
        return timestamp instanceof Time.At && julian instanceof Time.Unreadable ? julian : timestamp;
    }

    private Time timestamp(SmetColumns line) {
        String text = line.get(timestampColumn);
        Optional<WallTime> wallTime = WallTimeScanner.iso(text);
        return wallTime.isPresent()
                ? new Time.At(wallTime.get().epochMillis(offsetMillis))
                : new Time.Unreadable("timestamp \"" + DamagedLine.shortened(text) + "\" is no time");
    }

    private Time julian(SmetColumns line) {
        String text = line.get(julianColumn);
        Optional<BigDecimal> days = DecimalText.parse(text).map(toJulian::apply).filter(SmetClock::isPossible);
        return days.isPresent()
                ? new Time.At(unixMillis(days.get()) - offsetMillis)
                : new Time.Unreadable("julian \"" + DamagedLine.shortened(text) + "\" is no time");
    }

    private static boolean isPossible(BigDecimal julian) {
        return julian.compareTo(LEAST_JULIAN) >= 0 && julian.compareTo(GREATEST_JULIAN) < 0;
    }

    private static long unixMillis(BigDecimal julian) {
        BigDecimal millis = julian.subtract(UNIX_EPOCH).multiply(DAY_MILLIS);
        return millis.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
