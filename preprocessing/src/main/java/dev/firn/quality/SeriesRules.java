package dev.firn.quality;

import dev.firn.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of one series.
 *
 * @param span what the sensor can measure; empty for the plausible range of the quantity
 * @param rules the tests besides, at most one of a kind
 * @param spike the spike test; empty for none
 * @param staleAfterMillis after how long without a reading the series is reported missing; empty for never
 */
public record SeriesRules(
        Optional<Range> span, List<Rule> rules, Optional<SpikeLimits> spike, OptionalLong staleAfterMillis) {

    /** Nothing but the plausible range of the quantity. */
    public static final SeriesRules NONE =
            new SeriesRules(Optional.empty(), List.of(), Optional.empty(), OptionalLong.empty());

    /** Copies the list and checks it. */
    public SeriesRules {
        rules = List.copyOf(rules);
        if (rules.stream().map(Object::getClass).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("rules " + rules + ": want one of a kind");
        }
        if (staleAfterMillis.orElse(1) <= 0) {
            throw new IllegalArgumentException("stale after " + staleAfterMillis + " ms: want more than 0");
        }
    }

    /** Nothing but the plausible range and these. */
    public static SeriesRules of(Rule... rules) {
        return new SeriesRules(Optional.empty(), List.of(rules), Optional.empty(), OptionalLong.empty());
    }

    /** The judgement of one series of this quantity. */
    public Judgement judgement(Quantity quantity, OtherSeries others) {
        return new Judgement(
                new GrossRange(quantity, span),
                rules.stream().map(rule -> rule.check(quantity, others)).toList());
    }
}
