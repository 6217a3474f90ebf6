package dev.firn.preprocessor;

import dev.firn.preprocessor.Advice.Severity;
import dev.firn.senml.JsonObject;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.SeriesId;

/** Sums up what comes, and says so whenever time moves on by a minute, and at the end. */
public final class CountingPreprocessor implements Preprocessor {

    private static final long MINUTE = 60_000;
    private static final SeriesId SUM = new SeriesId("sum", Quantity.PEOPLE_IN_AREA);

    private double sum;
    private long minute = Long.MIN_VALUE;

    @Override
    public void accept(Reading reading, Output output) {
        advanceTo(reading.timeMillis(), output);
        if (reading.value() < 0) {
            throw new IllegalStateException("somebody came " + reading.value() + " times");
        }
        sum += reading.value();
    }

    @Override
    public void advanceTo(long nowMillis, Output output) {
        long now = nowMillis / MINUTE;
        if (minute != Long.MIN_VALUE && now > minute) {
            output.derived(Reading.of(SUM, now * MINUTE, sum));
        }
        minute = Math.max(minute, now);
    }

    @Override
    public void drain(Output output) {
        if (minute != Long.MIN_VALUE) {
            output.advice(new Advice(
                    minute * MINUTE, "all", Severity.INFO, "All are in.", JsonObject.EMPTY.with("sum", sum)));
        }
    }
}
