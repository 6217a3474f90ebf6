package dev.firn.derived;

import static dev.firn.derived.DerivedSettingsTest.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firn.state.StateException;
import dev.firn.state.StateReader;
import dev.firn.state.StateWriter;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationsTest {

    private static final String AIR = "air/air-temperature";
    private static final String HUMIDITY = "air/relative-humidity";

    private static final DerivedSettings DEW_POINT =
            settings("climate", "dew-point", "air-temperature=" + AIR + " relative-humidity=" + HUMIDITY, "");
    private static final DerivedSettings WET_BULB =
            settings("climate", "wet-bulb", "air-temperature=" + AIR + " relative-humidity=" + HUMIDITY, "");
    private static final DerivedSettings GUNS =
            settings("guns", "snow-making", "wet-bulb=climate/wet-bulb-temperature", "");

    @Test
    void firstRoleSetsTheCalculationOff() {
        Feed feed = new Feed(DEW_POINT);
        assertThat(feed.good(HUMIDITY, 1, 50).out()).isEmpty();
        assertThat(feed.good(AIR, 2, 20).out()).containsExactly("climate/dew-point-temperature@2.0 9.26 2");
        assertThat(feed.good(HUMIDITY, 3, 60).out()).isEmpty();
        assertThat(feed.good(AIR, 4, 20).out()).containsExactly("climate/dew-point-temperature@4.0 12.0 2");
    }

    @Test
    void inputOfTheSameInstantMayComeAfter() {
        Feed feed = new Feed(DEW_POINT);
        assertThat(feed.good(AIR, 1800, 20).out()).isEmpty();
        assertThat(feed.good(HUMIDITY, 1800, 50).out()).containsExactly("climate/dew-point-temperature@1800.0 9.26 2");
        assertThat(feed.good(AIR, 3600, 20).out()).isEmpty();
        assertThat(feed.good(HUMIDITY, 3600, 60).out()).containsExactly("climate/dew-point-temperature@3600.0 12.0 2");
    }

    @Test
    void inputThatDoesNotComeMakesTheResultMissing() {
        Feed feed = new Feed(DEW_POINT);
        feed.good(AIR, 10, 20);
        assertThat(feed.derivations().nextDeadlineMillis()).isEqualTo(11_000);
        assertThat(feed.advanceTo(10.999).out()).isEmpty();
        assertThat(feed.advanceTo(11).out()).containsExactly("climate/dew-point-temperature@10.0 NaN 9 input");
        assertThat(feed.derivations().nextDeadlineMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nextReadingOfTheFirstRoleEndsTheWait() {
        Feed feed = new Feed(DEW_POINT);
        assertThat(feed.good(AIR, 10, 20).good(AIR, 20, 20).out())
                .containsExactly("climate/dew-point-temperature@10.0 NaN 9 input");
    }

    @Test
    void inputMayBeAsOldAsTheGreatestAge() {
        Feed feed = new Feed(DEW_POINT);
        feed.good(HUMIDITY, 0, 50);
        assertThat(feed.good(AIR, 120, 20).out()).containsExactly("climate/dew-point-temperature@120.0 9.26 2");
        assertThat(feed.good(AIR, 120.001, 20).advanceTo(122).out())
                .containsExactly("climate/dew-point-temperature@120.001 NaN 9 input");
    }

    @Test
    void inputMayNotBeNewerByMoreEither() {
        assertThat(new Feed(DEW_POINT)
                        .good(HUMIDITY, 220, 50)
                        .good(AIR, 100, 20)
                        .out())
                .containsExactly("climate/dew-point-temperature@100.0 9.26 2");
        assertThat(new Feed(DEW_POINT)
                        .good(HUMIDITY, 220.001, 50)
                        .good(AIR, 100, 20)
                        .out())
                .containsExactly("climate/dew-point-temperature@100.0 NaN 9 input");
    }

    @Test
    void inputThatCannotBeUsedMakesTheResultMissingAtOnce() {
        Feed feed = new Feed(DEW_POINT);
        feed.good(HUMIDITY, 0, 50).missing(HUMIDITY, 10);
        assertThat(feed.good(AIR, 10, 20).out()).containsExactly("climate/dew-point-temperature@10.0 NaN 9 input");
        feed.good(HUMIDITY, 20, 50);
        assertThat(feed.missing(AIR, 20).out()).containsExactly("climate/dew-point-temperature@20.0 NaN 9 input");
        feed.reading(new Reading(Feed.series(HUMIDITY), 30_000, 150, QualityFlag.FAIL, Reason.GROSS_RANGE));
        assertThat(feed.good(AIR, 30, 20).out()).containsExactly("climate/dew-point-temperature@30.0 NaN 9 input");
    }

    @Test
    void resultHasTheWorstFlagOfItsInputsAndItsReason() {
        Feed feed = new Feed(DEW_POINT);
        feed.reading(new Reading(Feed.series(HUMIDITY), 0, 50, QualityFlag.SUSPECT, Reason.FLAT_LINE));
        assertThat(feed.good(AIR, 0, 20).out()).containsExactly("climate/dew-point-temperature@0.0 9.26 3 flat-line");
        feed.reading(new Reading(Feed.series(AIR), 1000, 20, QualityFlag.SUSPECT, Reason.SPIKE));
        assertThat(feed.out()).containsExactly("climate/dew-point-temperature@1.0 9.26 3 spike");
    }

    @Test
    void formulaWithoutAResultGivesAMissingOne() {
        assertThat(new Feed(DEW_POINT).good(HUMIDITY, 0, 0).good(AIR, 0, 20).out())
                .containsExactly("climate/dew-point-temperature@0.0 NaN 9 no-value");
    }

    @Test
    void olderReadingsAreLeftOut() {
        Feed feed = new Feed(DEW_POINT);
        feed.good(HUMIDITY, 100, 50).good(HUMIDITY, 90, 99);
        assertThat(feed.good(AIR, 100, 20).out()).containsExactly("climate/dew-point-temperature@100.0 9.26 2");
        assertThat(feed.good(AIR, 99, -40).advanceTo(200).out()).isEmpty();
    }

    @Test
    void inputOfAnotherUnitIsNone() {
        Feed feed = new Feed(settings("x", "snow-making", "wet-bulb=s/mystery", ""));
        SeriesId kelvin = new SeriesId("s", Quantity.unknown("mystery", "K"));
        SeriesId celsius = new SeriesId("s", Quantity.unknown("mystery", "Cel"));
        assertThat(feed.reading(Reading.of(kelvin, 0, 263)).advanceTo(10).out()).isEmpty();
        assertThat(feed.reading(Reading.of(celsius, 0, -10)).out()).containsExactly("x/snow-making@0.0 2.0 2");
    }

    @Test
    void derivedSeriesIsAnInputWhateverTheOrderOfTheConfiguration() {
        Feed feed = new Feed(GUNS, WET_BULB);
        assertThat(feed.derivations().series().stream().map(SeriesId::toString))
                .containsExactly("climate/wet-bulb-temperature", "guns/snow-making");
        assertThat(feed.good(HUMIDITY, 0, 50).good(AIR, 0, -5).out())
                .containsExactly("climate/wet-bulb-temperature@0.0 -7.2 2", "guns/snow-making@0.0 2.0 2");
        assertThat(feed.missing(AIR, 1).out())
                .containsExactly("climate/wet-bulb-temperature@1.0 NaN 9 input", "guns/snow-making@1.0 NaN 9 input");
        assertThat(feed.good(AIR, 300, -5).advanceTo(301).out())
                .containsExactly(
                        "climate/wet-bulb-temperature@300.0 NaN 9 input", "guns/snow-making@300.0 NaN 9 input");
    }

    @Test
    void implausibleDerivedValueIsOfNoUseFurtherOn() {
        Feed feed = new Feed(GUNS, WET_BULB);
        assertThat(feed.good(HUMIDITY, 0, 50).good(AIR, 0, -90).out())
                .containsExactly("climate/wet-bulb-temperature@0.0 -90.0 2", "guns/snow-making@0.0 NaN 9 input");
    }

    @Test
    void newValueOfASharedInputIsInPlaceBeforeAnythingIsCalculated() {
        // Both look at the snow's temperature; the second is set off by the first.
        DerivedSettings mixed = settings(
                "surface",
                "snow-surface",
                "surface-temperature=climate/wet-bulb-temperature snow-temperature=" + AIR,
                "");
        Feed feed = new Feed(mixed, WET_BULB);
        feed.good(HUMIDITY, 0, 100).good(AIR, 0, 0).out();
        assertThat(feed.good(AIR, 1, -10).out())
                .containsExactly("climate/wet-bulb-temperature@1.0 -10.0 2", "surface/snow-wetness@1.0 1.0 2");
    }

    @Test
    void onlyMeasuredInputsAreWanted() {
        Derivations derivations = new Derivations(List.of(GUNS, WET_BULB));
        assertThat(derivations.isInput(Feed.series(AIR))).isTrue();
        assertThat(derivations.isInput(Feed.series("air/air-pressure"))).isFalse();
        assertThat(derivations.isInput(Feed.series("other/air-temperature"))).isFalse();
        assertThat(derivations.isInput(Feed.series("climate/wet-bulb-temperature")))
                .isFalse();
    }

    @Test
    void derivedReadingFromOutsideIsNotTaken() {
        assertThat(new Feed(GUNS, WET_BULB)
                        .good("climate/wet-bulb-temperature", 0, -9)
                        .out())
                .isEmpty();
    }

    @Test
    void refusesTheSameSeriesTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivations(List.of(WET_BULB, GUNS, WET_BULB)))
                .withMessageStartingWith("derived series climate/wet-bulb-temperature comes twice");
    }

    @Test
    void refusesACircle() {
        DerivedSettings first =
                settings("a", "dew-point", "air-temperature=b/dew-point-temperature relative-humidity=" + HUMIDITY, "");
        DerivedSettings second =
                settings("b", "dew-point", "air-temperature=a/dew-point-temperature relative-humidity=" + HUMIDITY, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Derivations(List.of(WET_BULB, first, second)))
                .withMessageStartingWith("derived series need one another in a circle: a (dew-point of ")
                .withMessageContaining("b (dew-point of ");
        DerivedSettings itself =
                settings("a", "dew-point", "air-temperature=a/dew-point-temperature relative-humidity=" + HUMIDITY, "");
        assertThatIllegalArgumentException().isThrownBy(() -> new Derivations(List.of(itself)));
    }

    @Test
    void refusesTheStateOfOtherSettings() {
        StateWriter state = new StateWriter();
        new Derivations(List.of(WET_BULB)).save(state);
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Derivations(List.of(DEW_POINT)).restore(new StateReader(state.toBytes())))
                .withMessageContaining("climate (wet-bulb of ");
        DerivedSettings stull = settings(
                "climate", "wet-bulb", "air-temperature=" + AIR + " relative-humidity=" + HUMIDITY, "method=stull");
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> new Derivations(List.of(stull)).restore(new StateReader(state.toBytes())))
                .withMessageContaining("with {method=stull}");
    }
}
