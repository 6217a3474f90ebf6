package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The climatology test of QARTOD: a value outside what is usual in its month is suspect. Months are those of UTC. A month
 * without a range is not judged.
 *
 * @param ranges what is usual in each month, ends included
 */
public record Climatology(Map<Month, Range> ranges) implements Rule {

    /** Copies the map, in the order of the months. */
    public Climatology {
        ranges = ranges.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(ranges));
    }

    @Override
    public Check check(Quantity quantity, OtherSeries others) {
        return new OfTheMonth(ranges);
    }

    /** Remembers the month it is in, as a date costs more than the test. */
    private static final class OfTheMonth implements Check {
        private final Map<Month, Range> ranges;
        private long fromMillis;
        private long toMillis;
        private @Nullable Range usual;

        OfTheMonth(Map<Month, Range> ranges) {
            this.ranges = ranges;
        }

        @Override
        public void judge(Sample sample) {
            if (sample.timeMillis() < fromMillis || sample.timeMillis() >= toMillis) {
                turnTo(sample.timeMillis());
            }
            if (usual != null && !usual.contains(sample.value())) {
                sample.worsen(QualityFlag.SUSPECT, Reason.CLIMATOLOGY);
            }
        }

        private void turnTo(long timeMillis) {
            LocalDate first = LocalDate.ofInstant(Instant.ofEpochMilli(timeMillis), ZoneOffset.UTC)
                    .withDayOfMonth(1);
            fromMillis = startOf(first);
            toMillis = startOf(first.plusMonths(1));
            usual = ranges.get(first.getMonth());
        }

        private static long startOf(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
    }
}
