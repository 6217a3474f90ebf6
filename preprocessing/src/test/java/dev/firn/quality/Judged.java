package dev.firn.quality;

import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A series under judgement, fed with values at a steady interval; NaN stands for a missing one. */
final class Judged {

    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;

    private final Map<String, Sample> others = new HashMap<>();
    private final Judgement judgement;
    private final long everyMillis;
    private long nextMillis;

    Judged(Quantity quantity, SeriesRules rules, long everyMillis) {
        judgement = rules.judgement(quantity, this::other);
        this.everyMillis = everyMillis;
    }

    private Sample other(String name) {
        return others.computeIfAbsent(name, _ -> new Sample());
    }

    /** Another series has this value from now on. */
    Judged with(String name, double value) {
        set(other(name), nextMillis, value);
        return this;
    }

    Judged startingAt(long timeMillis) {
        nextMillis = timeMillis;
        return this;
    }

    Judgement judgement() {
        return judgement;
    }

    /** The flag's code of each value. */
    List<Integer> flags(double... values) {
        List<Integer> flags = new ArrayList<>();
        for (double value : values) {
            flags.add(judge(value).flag().code());
        }
        return flags;
    }

    /** The reason of each value. */
    List<Reason> reasons(double... values) {
        List<Reason> reasons = new ArrayList<>();
        for (double value : values) {
            reasons.add(judge(value).reason());
        }
        return reasons;
    }

    Sample judge(double value) {
        Sample sample = new Sample();
        set(sample, nextMillis, value);
        judgement.judge(sample);
        nextMillis += everyMillis;
        return sample;
    }

    private static void set(Sample sample, long timeMillis, double value) {
        if (Double.isNaN(value)) {
            sample.set(timeMillis, value, QualityFlag.MISSING, Reason.NO_VALUE);
        } else {
            sample.set(timeMillis, value, QualityFlag.NOT_EVALUATED, Reason.NONE);
        }
    }
}
