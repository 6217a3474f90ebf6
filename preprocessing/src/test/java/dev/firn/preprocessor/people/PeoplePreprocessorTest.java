package dev.firn.preprocessor.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.preprocessor.Advice.Severity;
import dev.firn.telemetry.QualityFlag;
import dev.firn.telemetry.Quantity;
import dev.firn.telemetry.Reading;
import dev.firn.telemetry.Reason;
import dev.firn.telemetry.SeriesId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeoplePreprocessorTest {

    private static final long MINUTE = 60_000;
    // Before the area opens, so that it is known to be empty.
    private static final long DAWN = Instant.parse("2024-12-26T06:00:00Z").toEpochMilli();
    private static final SeriesId IN = new SeriesId("gate-1", Quantity.PEOPLE_IN);
    private static final SeriesId OUT = new SeriesId("gate-1", Quantity.PEOPLE_OUT);
    private static final SeriesId RUNNING = new SeriesId("lift-2", Quantity.LIFT_RUNNING);
    private static final SeriesId CARRIED = new SeriesId("lift-2", Quantity.LIFT_CARRIED);
    private static final SeriesId OTHER_RUNNING = new SeriesId("lift-3", Quantity.LIFT_RUNNING);
    private static final SeriesId OTHER_CARRIED = new SeriesId("lift-3", Quantity.LIFT_CARRIED);
    private static final SeriesId OTHER_IN = new SeriesId("gate-3", Quantity.PEOPLE_IN);

    private final Collected area = new Collected("""
            {"areas": [{"id": "north", "name": "Nordhang", "area-ha": 4, "difficulty": "intermediate",
                        "in": ["gate-1/people-in"], "out": ["gate-1/people-out"]}]}""");
    private final Collected lifts = new Collected("""
            {"areas": [{"id": "north", "name": "Nordhang", "in": ["gate-1/people-in"], "out": ["gate-1/people-out"]}],
             "lifts": [{"id": "lift-2", "name": "Lift 2", "area": "north", "capacity-per-hour": 2400, "queue-area-m2": 100,
                        "running": "lift-2/lift-running", "carried": "lift-2/lift-carried", "in": ["gate-1/people-in"]},
                       {"id": "lift-3", "name": "Lift 3", "area": "north", "capacity-per-hour": 3600, "load-factor": 1,
                        "running": "lift-3/lift-running", "carried": "lift-3/lift-carried",
                        "in": ["gate-3/people-in"]}]}""");

    @Test
    void peopleAreThoseWhoCameLessThoseWhoWent() {
        area.take(Reading.of(IN, DAWN, 90))
                .take(Reading.of(OUT, DAWN + 1000, 30))
                .advanceTo(DAWN + MINUTE);
        assertThat(area.series()).containsExactly("north/people-in-area", "north/people-uncertainty", "north/crowding");
        assertThat(area.last("north/people-in-area"))
                .isEqualTo(new Reading(
                        new SeriesId("north", Quantity.PEOPLE_IN_AREA), DAWN + MINUTE, 60, QualityFlag.GOOD));
        assertThat(area.last("north/crowding").value()).isEqualTo(0.5);
        assertThat(area.last("north/people-uncertainty").value()).isEqualTo(9.1);
        assertThat(area.lastAdvice("north").text())
                .isEqualTo("Nordhang: about 60 people, moderate crowding, steady. Nothing to do.");
        assertThat(area.lastAdvice("north").severity()).isEqualTo(Severity.INFO);
        assertThat(area.lastAdvice("north").detail())
                .hasToString("{\"action\":\"none\",\"recommendation\":\"Nothing to do.\",\"people\":60,"
                        + "\"uncertainty\":9.1,\"flag\":1,\"trend\":\"steady\",\"crowding\":0.5,\"level\":\"moderate\","
                        + "\"lifts\":[]}");
    }

    @Test
    void thereAreNeverFewerThanNobody() {
        area.take(Reading.of(IN, DAWN, 5)).take(Reading.of(OUT, DAWN, 30)).advanceTo(DAWN + MINUTE);
        assertThat(area.last("north/people-in-area").value()).isZero();
        area.take(Reading.of(IN, DAWN + MINUTE, 3)).advanceTo(DAWN + 2 * MINUTE);
        assertThat(area.last("north/people-in-area").value()).isEqualTo(3);
    }

    @Test
    void outputsAreAtMultiplesOfTheIntervalWhetherAnybodyCameOrNot() {
        area.take(Reading.of(IN, DAWN + 1234, 1)).advanceTo(DAWN + 5 * MINUTE + 999);
        assertThat(area.all("north/people-in-area"))
                .extracting(Reading::timeMillis)
                .containsExactly(
                        DAWN + MINUTE, DAWN + 2 * MINUTE, DAWN + 3 * MINUTE, DAWN + 4 * MINUTE, DAWN + 5 * MINUTE);
        assertThat(area.advice).hasSize(5);
    }

    @Test
    void readingThatIsLateIsCountedAndTimeDoesNotGoBack() {
        area.take(Reading.of(IN, DAWN + 10 * MINUTE, 1)).take(Reading.of(IN, DAWN, 4));
        area.advanceTo(DAWN).advanceTo(DAWN + 11 * MINUTE);
        assertThat(area.all("north/people-in-area"))
                .singleElement()
                .extracting(Reading::value)
                .isEqualTo(5.0);
    }

    @Test
    void drainGivesOutWhatIsBegunAndNothingTwice() {
        area.take(Reading.of(IN, DAWN, 4)).drain();
        assertThat(area.last("north/people-in-area").value()).isEqualTo(4);
        area.drain();
        assertThat(area.advice).hasSize(1);
    }

    @Test
    void gapOfMoreThanADayIsPassedOver() {
        area.take(Reading.of(IN, DAWN, 4)).advanceTo(DAWN + 40 * 1440 * MINUTE);
        assertThat(area.all("north/people-in-area"))
                .extracting(Reading::timeMillis, Reading::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DAWN + MINUTE, 4.0),
                        org.assertj.core.groups.Tuple.tuple(DAWN + 40 * 1440 * MINUTE, 0.0));
    }

    @Test
    void readingThatFailedOrIsMissingCountsNobodyAndMakesTheSumUncertain() {
        area.take(Reading.of(IN, DAWN, 90))
                .take(new Reading(IN, DAWN, 500, QualityFlag.FAIL, Reason.GROSS_RANGE))
                .take(Reading.missing(OUT, DAWN))
                .take(Reading.of(OUT, DAWN, 10))
                .advanceTo(DAWN + MINUTE);
        Reading people = area.last("north/people-in-area");
        assertThat(people.value()).isEqualTo(80);
        assertThat(people.flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(people.reason()).isEqualTo(Reason.INPUT);
        // Half of the readings had no value: as many passages again may have been missed.
        assertThat(area.last("north/people-uncertainty").value()).isGreaterThan(100);
    }

    @Test
    void suspectReadingCountsAndMakesTheSumSuspect() {
        area.take(new Reading(IN, DAWN, 20, QualityFlag.SUSPECT, Reason.SOURCE))
                .take(Reading.of(OUT, DAWN, 0))
                .advanceTo(DAWN + MINUTE);
        assertThat(area.last("north/people-in-area").value()).isEqualTo(20);
        assertThat(area.last("north/people-in-area").flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    @Test
    void whereNoCounterEverSpokeNobodyKnows() {
        area.advanceTo(DAWN).advanceTo(DAWN + MINUTE);
        assertThat(area.last("north/people-in-area"))
                .isEqualTo(
                        Reading.missing(new SeriesId("north", Quantity.PEOPLE_IN_AREA), DAWN + MINUTE, Reason.INPUT));
        assertThat(area.lastAdvice("north").text())
                .isEqualTo("Nordhang: nobody knows how many people. Look at the counters of Nordhang: "
                        + "at least one is silent.");
        assertThat(area.lastAdvice("north").detail().toString()).contains("\"people\":null");
    }

    @Test
    void counterThatFallsSilentMakesTheSumStale() {
        area.take(Reading.of(IN, DAWN, 9)).take(Reading.of(OUT, DAWN, 0));
        area.take(Reading.of(IN, DAWN + 62 * MINUTE, 0)).advanceTo(DAWN + 63 * MINUTE);
        assertThat(area.last("north/people-in-area").reason()).isEqualTo(Reason.STALE);
        assertThat(area.lastAdvice("north").text()).contains("Look at the counters of Nordhang");
    }

    @Test
    void countThatBeginsDuringTheDayIsSuspectUntilTheAreaIsEmpty() {
        long noon = DAWN + 6 * 60 * MINUTE;
        area.take(Reading.of(IN, noon, 9)).take(Reading.of(OUT, noon, 0)).advanceTo(noon + MINUTE);
        assertThat(area.last("north/people-in-area").flag()).isEqualTo(QualityFlag.SUSPECT);
        long night = DAWN + 21 * 60 * MINUTE;
        area.take(Reading.of(IN, night, 0)).take(Reading.of(OUT, night, 0)).advanceTo(night + MINUTE);
        assertThat(area.last("north/people-in-area").flag()).isEqualTo(QualityFlag.GOOD);
        // What it held at noon nobody knows, so what is left at night is no drift.
        assertThat(area.advice).noneMatch(said -> said.detail().toString().contains("drift"));
    }

    @Test
    void emptyAreaIsSetToNobodyAndTheLeftoverIsDrift() {
        area.take(Reading.of(IN, DAWN, 200)).take(Reading.of(OUT, DAWN, 190)).advanceTo(DAWN + 21 * 60 * MINUTE);
        assertThat(area.last("north/people-in-area").value()).isZero();
        assertThat(area.lastAdvice("north").detail().toString())
                .endsWith("\"drift\":{\"in\":200,\"out\":190,\"people\":10,\"percent\":5,\"leftover\":10,"
                        + "\"calibration\":1.0026}}");
        assertThat(area.last("north/people-uncertainty").value()).isZero();
    }

    @Test
    void dayWithGapsTeachesNothing() {
        area.take(Reading.of(IN, DAWN, 200)).take(Reading.missing(OUT, DAWN)).advanceTo(DAWN + 21 * 60 * MINUTE);
        assertThat(area.lastAdvice("north").detail().toString()).contains("\"calibration\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "59, low crowding, Nothing to do.",
        "95, moderate crowding, Nothing to do.",
        "119, high crowding, Nearly full: slow the entry.",
        "120, overcrowded crowding, Let nobody in until there are fewer than 96 people."
    })
    void crowdingIsAdvised(double people, String level, String recommendation) {
        area.take(Reading.of(IN, DAWN, people)).take(Reading.of(OUT, DAWN, 0)).advanceTo(DAWN + MINUTE);
        assertThat(area.lastAdvice("north").text()).contains(level).endsWith(recommendation);
    }

    @Test
    void queueIsThoseWhoCameLessThoseWhomTheLiftTookUp() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 240))
                .take(Reading.of(CARRIED, DAWN, 40))
                .advanceTo(DAWN + MINUTE);
        assertThat(lifts.last("lift-2/queue-length").value()).isEqualTo(200);
        // 200 people by 2400 an hour with 0.8 of the seats taken.
        assertThat(lifts.last("lift-2/waiting-time").value()).isEqualTo(375);
        assertThat(lifts.last("lift-2/waiting-time").flag()).isEqualTo(QualityFlag.GOOD);
        assertThat(lifts.lastAdvice("north").detail().toString())
                .contains(
                        "{\"id\":\"lift-2\",\"name\":\"Lift 2\",\"queue\":200,\"waiting\":\"running\",\"waiting-s\":375,"
                                + "\"flag\":1,\"service-level\":\"D\"}");
    }

    @Test
    void liftThatStandsHasNoWaitingTimeAndPeopleAreSentElsewhere() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 240))
                .take(Reading.of(CARRIED, DAWN, 40))
                .take(Reading.of(OTHER_IN, DAWN, 120))
                .take(Reading.of(RUNNING, DAWN + 1, 0))
                .advanceTo(DAWN + MINUTE);
        Reading wait = lifts.last("lift-2/waiting-time");
        assertThat(wait.flag()).isEqualTo(QualityFlag.MISSING);
        assertThat(lifts.last("lift-2/queue-length").value()).isEqualTo(200);
        assertThat(lifts.lastAdvice("north").text()).endsWith("Lift 2 stands: send people to Lift 3 (2 min wait).");
        assertThat(lifts.lastAdvice("north").severity()).isEqualTo(Severity.ALARM);
        assertThat(lifts.lastAdvice("north").detail().toString())
                .contains("\"waiting\":\"stopped\",\"waiting-s\":null");
    }

    @Test
    void whereEveryLiftStandsPeopleAreTold() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 50))
                .take(Reading.of(RUNNING, DAWN + 1, 0))
                .take(Reading.of(OTHER_RUNNING, DAWN + 1, 0))
                .advanceTo(DAWN + MINUTE);
        assertThat(lifts.lastAdvice("north").text())
                .endsWith("Lift 2 stands: tell those who wait, and let nobody join them.");
    }

    @Test
    void liftThatStandsWithoutAQueueIsNoMatter() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 0)).take(Reading.of(OUT, DAWN, 0)).take(Reading.of(RUNNING, DAWN + 1, 0));
        lifts.advanceTo(DAWN + MINUTE);
        assertThat(lifts.lastAdvice("north").text()).endsWith("Nothing to do.");
    }

    @Test
    void tightQueueWantsASecondLane() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 400)).take(Reading.of(OUT, DAWN, 0)).advanceTo(DAWN + MINUTE);
        assertThat(lifts.lastAdvice("north").text()).endsWith("Open a second lane at Lift 2: people stand too close.");
    }

    @ParameterizedTest
    @CsvSource({
        "300, 11 min wait at Lift 3: send people to Lift 2 (5 min wait).",
        "170, Nothing to do.",
        "330, 11 min wait at Lift 3: fill every seat"
    })
    void longWaitIsShortenedWhereAnotherLiftIsWorthTheWay(double atLift2, String recommendation) {
        bothRun(DAWN);
        double atLift3 = atLift2 < 200 ? 100 : 660;
        lifts.take(Reading.of(IN, DAWN, atLift2 > 300 ? 300 : atLift2 / 2))
                .take(Reading.of(OUT, DAWN, 0))
                .take(Reading.of(OTHER_IN, DAWN, atLift3))
                .advanceTo(DAWN + MINUTE);
        assertThat(lifts.lastAdvice("north").text()).contains(recommendation);
    }

    @Test
    void queueIsNeverNegativeAndEndsWithTheDay() {
        bothRun(DAWN);
        lifts.take(Reading.of(IN, DAWN, 5)).take(Reading.of(CARRIED, DAWN, 9)).advanceTo(DAWN + MINUTE);
        assertThat(lifts.last("lift-2/queue-length").value()).isZero();
        lifts.take(Reading.of(IN, DAWN + MINUTE, 7)).advanceTo(DAWN + 2 * MINUTE);
        assertThat(lifts.last("lift-2/queue-length").value()).isEqualTo(7);
        lifts.advanceTo(DAWN + 21 * 60 * MINUTE);
        assertThat(lifts.last("lift-2/queue-length").value()).isZero();
    }

    @Test
    void liftOfWhichNothingIsSaidIsTakenToRunAndDoubted() {
        lifts.take(Reading.of(IN, DAWN, 64)).take(Reading.of(CARRIED, DAWN, 0)).advanceTo(DAWN + MINUTE);
        assertThat(lifts.last("lift-2/waiting-time").flag()).isEqualTo(QualityFlag.SUSPECT);
        assertThat(lifts.last("lift-2/waiting-time").value()).isEqualTo(120);
    }

    @Test
    void liftThatDoesNotCountIsTakenToCarryAllItCan() {
        Collected uncounted = new Collected("""
                {"areas": [{"id": "north", "in": ["gate-1/people-in"], "out": ["gate-1/people-out"]}],
                 "lifts": [{"id": "lift-2", "area": "north", "capacity-per-hour": 2400, "load-factor": 0.5,
                            "in": ["gate-1/people-in"]}]}""");
        uncounted.take(Reading.of(IN, DAWN, 50)).advanceTo(DAWN + 2 * MINUTE);
        assertThat(uncounted.all("lift-2/queue-length"))
                .extracting(Reading::value)
                .containsExactly(30.0, 10.0);
        assertThat(uncounted.last("lift-2/queue-length").flag()).isEqualTo(QualityFlag.SUSPECT);
    }

    private void bothRun(long time) {
        lifts.take(Reading.of(RUNNING, time, 1))
                .take(Reading.of(OTHER_RUNNING, time, 1))
                .take(Reading.of(CARRIED, time, 0))
                .take(Reading.of(OTHER_CARRIED, time, 0))
                .take(Reading.of(OTHER_IN, time, 0));
    }
}
