package dev.firn.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firn.clock.ClockStamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final long HOUR = 3_600_000;
    private static final long NOW = 500_000 * HOUR;
    private static final ClockStamp SET = new ClockStamp(0, true, 10);
    private static final ClockStamp NOT_SET = new ClockStamp(0, false, ClockStamp.UNKNOWN);

    private final Retention retention = new Retention(Duration.ofHours(24));

    @Test
    void nothingIsTooOldBeforeAnythingWasSeen() {
        assertThat(retention.isOutdated(0)).isFalse();
    }

    @Test
    void hoursGoWhenAllOfThemIsFurtherFromTheNewestThanIsKept() {
        retention.saw(NOW, SET);
        assertThat(retention.isOutdated(500_000 - 24)).isFalse();
        assertThat(retention.isOutdated(500_000 - 25)).isTrue();
        assertThat(retention.isOutdated(500_000 + 24)).isFalse();
        assertThat(retention.isOutdated(500_000 + 25))
                .as("of a clock that went ahead")
                .isTrue();
    }

    @Test
    void aStepOfAClockThatNobodySetDoesNotAgeWhatIsKept() {
        retention.startAt(NOW);
        retention.saw(0, NOT_SET);
        retention.saw(2 * NOW, NOT_SET);
        assertThat(retention.isOutdated(500_000)).isFalse();
        retention.saw(NOW + 20 * HOUR, NOT_SET);
        retention.saw(NOW + 40 * HOUR, NOT_SET);
        assertThat(retention.isOutdated(500_000))
                .as("time goes on without a source too")
                .isTrue();
    }

    @Test
    void aClockThatWasSetIsBelieved() {
        retention.startAt(0);
        retention.saw(NOW, SET);
        assertThat(retention.isOutdated(0)).isTrue();
        assertThat(retention.isOutdated(500_000)).isFalse();
    }

    @Test
    void whatIsInTheFileDoesNotOutweighWhatWasSeen() {
        retention.saw(NOW, SET);
        retention.startAt(0);
        assertThat(retention.isOutdated(500_000)).isFalse();
    }
}
